import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseHost, slugOf } from './parse-host.ts'

describe('the name in a Host header', () => {
  it.each([
    ['danny.localhost', 'danny.localhost'],
    ['danny.localhost:3000', 'danny.localhost'],
    ['DANNY.LocalHost:3000', 'danny.localhost'],
    ['danny.localhost.', 'danny.localhost'],
    ['danny.localhost.:3000', 'danny.localhost'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    [Buffer.from('münchen.example').toString('latin1'), 'xn--mnchen-3ya.example'],
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['XN--MNCHEN-3YA.example', 'xn--mnchen-3ya.example'],
  ])('%s is %s', (given, wanted) => expect(parseHost(given)).toBe(wanted))

  it.each([
    undefined,
    '',
    '.',
    '..',
    ':3000',
    '127.0.0.1',
    '127.0.0.1:3000',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::1]:3000',
    'danny.localhost, hathor.localhost',
    'danny.localhost hathor.localhost',
    'danny.localhost/../x',
    'user@danny.localhost',
    'danny..localhost',
    '-danny.localhost',
    'danny-.localhost',
    'dan_ny.localhost',
    'danny.localhost:3000:1',
    'danny.localhost:port',
    'danny%2elocalhost',
    'xn--a.example',
    '\u0000.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(150)}example`,
  ])('%j names no host', (given) => expect(parseHost(given)).toBeNull())

  it('never throws, and what it returns it returns again', () => {
    // Any bytes: what a header may bring.
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const host = parseHost(Buffer.from(bytes).toString('latin1'))
        if (host !== null) expect(parseHost(host)).toBe(host)
      }),
    )
  })
})

describe('the slug in a free subdomain', () => {
  it('is the one label before a parent of ours', () => {
    expect(slugOf('danny.localhost', ['localhost', 'sites.example'])).toBe('danny')
    expect(slugOf('danny.sites.example', ['localhost', 'sites.example'])).toBe('danny')
  })
  it.each(['localhost', 'sites.example', 'a.danny.localhost', 'danny.other.example'])('%s has none', (host) =>
    expect(slugOf(host, ['localhost', 'sites.example'])).toBeNull(),
  )
})
