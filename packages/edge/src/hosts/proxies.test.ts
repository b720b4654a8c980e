import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { arrivalOf, ipPrefixOf, trustedProxies } from './proxies.ts'

const request = (peer: string, raw: string[]): IncomingMessage => {
  const headers: Record<string, string> = {}
  for (let index = 0; index < raw.length; index += 2) headers[(raw[index] as string).toLowerCase()] ??= raw[index + 1] as string
  return { socket: { remoteAddress: peer }, rawHeaders: raw, headers } as unknown as IncomingMessage
}
const trusts = trustedProxies('10.0.0.0/8, ::1')

describe('where a request comes from', () => {
  it('believes a named proxy', () => {
    const raw = [
      'Host',
      'inner:3000',
      'X-Forwarded-Host',
      'danny.example',
      'X-Forwarded-Proto',
      'https',
      'X-Forwarded-For',
      '6.6.6.6, 203.0.113.9, 10.0.0.7',
    ]
    expect(arrivalOf(request('::ffff:10.0.0.2', raw), trusts)).toEqual({ host: 'danny.example', protocol: 'https', address: '203.0.113.9' })
  })

  it('believes nobody else', () => {
    const raw = [
      'Host',
      'danny.example',
      'X-Forwarded-Host',
      'hathor.example',
      'X-Forwarded-Proto',
      'https',
      'X-Forwarded-For',
      '203.0.113.9',
    ]
    expect(arrivalOf(request('192.0.2.1', raw), trusts)).toEqual({ host: 'danny.example', protocol: 'http', address: '192.0.2.1' })
    expect(arrivalOf(request('10.0.0.2', raw), trustedProxies('')).host).toBe('danny.example')
  })

  it('has no host when there are two', () => {
    expect(arrivalOf(request('192.0.2.1', ['Host', 'danny.example', 'host', 'hathor.example']), trusts).host).toBeUndefined()
    expect(arrivalOf(request('10.0.0.2', ['Host', 'a', 'X-Forwarded-Host', 'danny.example, hathor.example']), trusts).host).toBeUndefined()
  })

  it('has no host when there is none', () => expect(arrivalOf(request('192.0.2.1', []), trusts).host).toBeUndefined())

  it('stops at a hop that is no address', () => {
    expect(arrivalOf(request('10.0.0.2', ['Host', 'a', 'X-Forwarded-For', '203.0.113.9, <script>']), trusts).address).toBe('10.0.0.2')
  })

  it('refuses a list it can’t read', () => expect(() => trustedProxies('10.0.0.0/8, proxy')).toThrow('"proxy"'))
})

describe('a shortened address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:abcd:12::1', '2001:db8:abcd::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '::/48'],
    ['nonsense', null],
  ])('%s → %s', (given, wanted) => expect(ipPrefixOf(given)).toBe(wanted))
})
