import { connect } from 'node:net'
import { Problem } from '../../../scripts/lib/problem.mjs'

const defaultPorts: Record<string, number> = { 'redis:': 6379, 'rediss:': 6379, 'http:': 80, 'https:': 443 }
const timeoutMs = 10_000

/**
 * Sees that something listens where a setting points: a wrong address would else show as a site that never gets ready. Whether it lets us
 * in, the sites themselves say. Throws a Problem that names the setting, and never its value, which may hold a password.
 */
export async function requireAnswer(service: string, setting: string, address: string): Promise<void> {
  const { protocol, hostname, port } = readAddress(setting, address)
  await new Promise<void>((resolve, reject) => {
    // An IPv6 address stands in brackets in a URL only.
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (defaultPorts[protocol] ?? 0) }, () => {
      socket.destroy()
      resolve()
    })
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)))
    socket.once('error', reject)
  }).catch((cause: NodeJS.ErrnoException) => {
    throw new Problem(
      `The ${service} of ${setting} does not answer (${cause.message || cause.code})`,
      'check the address and the network, or unset it to use a local one',
      { cause },
    )
  })
}

function readAddress(setting: string, address: string): URL {
  const url = URL.parse(address)
  if (url?.hostname && url.protocol in defaultPorts) return url
  throw new Problem(`${setting} is no address of its kind`, 'write it as .env.example shows, or unset it to use a local one')
}
