import { domainToASCII } from 'node:url'

const name = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/
/** A last label that is a number makes the whole an IPv4 address to browsers (URL standard, "ends in a number"). */
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/
const port = /:\d{1,5}$/

/**
 * The host name in a Host header: lower case, ASCII (punycode), without port and final dot.
 * Null for whatever names no host: nothing, an IP address, a list, a path, a label no name may have.
 */
export function parseHost(unverifiedHost: string | undefined): string | null {
  if (!unverifiedHost || unverifiedHost.length > 300) return null
  let host = unverifiedHost.replace(port, '')
  // Before lower-casing: it would change bytes of a name that is not put together yet.
  host = (/[^\x21-\x7e]/.test(host) ? toAscii(host) : host).toLowerCase()
  if (host.endsWith('.')) host = host.slice(0, -1)
  if (!name.test(host) || endsInNumber.test(host)) return null
  // A punycode label that decodes to nothing, or to another spelling, is a disguise.
  if (host.includes('xn--') && domainToASCII(host) !== host) return null
  return host
}

/** Header bytes arrive as Latin-1: an IDN sent as UTF-8 has to be put together again before it is encoded. */
function toAscii(latin: string): string {
  const utf8 = Buffer.from(latin, 'latin1')
  const text = utf8.toString('utf8')
  const readable = Buffer.from(text, 'utf8').equals(utf8) ? text : latin
  return /[\s/?#@\\%:]/.test(readable) ? '' : domainToASCII(readable)
}

/** The free subdomain's slug when the host is `<slug>.<parent>` of one of our parents, else null. */
export function slugOf(host: string, parents: readonly string[]): string | null {
  const dot = host.indexOf('.')
  if (dot <= 0) return null
  return parents.includes(host.slice(dot + 1)) ? host.slice(0, dot) : null
}
