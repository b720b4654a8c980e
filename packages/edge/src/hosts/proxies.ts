import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** What a request says of itself, with a named proxy's word believed and nobody else's. */
export interface Arrival {
  /** The Host as the visitor's browser sent it, unverified; undefined when there is none or more than one. */
  host: string | undefined
  protocol: 'http' | 'https'
  address: string
}

const plain = (address: string): string => (address.startsWith('::ffff:') ? address.slice(7) : address)

/** Reads TRUSTED_PROXIES: addresses and networks, comma separated. Throws on what is neither: a typing error must not trust nobody in silence. */
export function trustedProxies(list: string): (address: string) => boolean {
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  if (entries.length === 0) return () => false
  const block = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address)
    if (family === 0) throw new Error(`TRUSTED_PROXIES: "${entry}" is no address and no network`)
    const type = family === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) block.addAddress(address, type)
    else block.addSubnet(address, Number(bits), type)
  }
  return (address) => {
    const given = plain(address)
    return block.check(given, isIP(given) === 6 ? 'ipv6' : 'ipv4')
  }
}

/** Node keeps the first of two Host headers and forgets the second: only the raw list tells. */
function singleHost(request: IncomingMessage): string | undefined {
  const raw = request.rawHeaders
  let seen = 0
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string
    if (name.length === 4 && name.toLowerCase() === 'host') seen += 1
  }
  return seen === 1 ? request.headers.host : undefined
}

const single = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' && !value.includes(',') ? value.trim() : undefined

export function arrivalOf(request: IncomingMessage, trusts: (address: string) => boolean): Arrival {
  const peer = plain(request.socket.remoteAddress ?? '')
  const host = singleHost(request)
  if (!trusts(peer)) return { host, protocol: 'http', address: peer }
  const { headers } = request
  const forwardedHost = headers['x-forwarded-host']
  return {
    host: forwardedHost === undefined ? host : single(forwardedHost),
    protocol: single(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http',
    address: clientOf(peer, headers['x-forwarded-for'], trusts),
  }
}

/** Each proxy adds its peer at the end: from there backwards, the first that is no proxy of ours is the client. */
function clientOf(peer: string, forwarded: string | string[] | undefined, trusts: (address: string) => boolean): string {
  const chain = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').map((hop) => plain(hop.trim()))
  for (const hop of chain.reverse()) {
    if (isIP(hop) === 0) return peer
    if (!trusts(hop)) return hop
  }
  return chain.at(-1) || peer
}

/** The address cut to /24 or /48: enough to count and to tell places apart, too little to tell a person. */
export function ipPrefixOf(address: string): string | null {
  const family = isIP(address)
  if (family === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (family !== 6) return null
  const [head = '', tail = ''] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const groups = address.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left
  const kept = groups.slice(0, 3).map((group) => Number.parseInt(group || '0', 16).toString(16))
  return kept.every((group) => group === '0') ? '::/48' : `${kept.join(':')}::/48`
}
