import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, shareable } from './content-security.ts'
import { isSameOrigin } from './origin.ts'
import { framedHeaders, type HeaderPair, securityHeaders } from './security-headers.ts'

describe('the policy of a page', () => {
  const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`

  it('of a shared page names what carried the nonce by its hash, and nothing that got in otherwise', () => {
    const html = `<style nonce="n1">a{}</style><script src="/a.js" async="" nonce="n1"></script><script type="module" nonce="n1">b()</script><script>alert(1)</script><script nonce="n2">alert(2)</script>`
    const found = shareable(html, 'n1')
    expect(found.scripts).toEqual([hash('b()')])
    expect(found.styles).toEqual([hash('a{}')])
    expect(found.html).toBe(html.replaceAll(' nonce="n1"', ''))
    const policy = contentSecurityPolicy(found, { secure: false })
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('b()')};`)
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
    expect(policy).not.toContain('upgrade-insecure-requests')
  })

  it('uses a nonce where the page is one person’s', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc' }, { secure: true, connectTo: ['https://objects.example'] })
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'nonce-abc'")
    expect(policy).toContain("connect-src 'self' https://objects.example")
    expect(policy).toContain('upgrade-insecure-requests')
  })
})

describe('headers of every response', () => {
  it('are helmet’s, with transport security where there is transport security', () => {
    const names = new Map(securityHeaders({ hsts: true }).map(([name, value]) => [name.toLowerCase(), value]))
    expect(names.get('x-content-type-options')).toBe('nosniff')
    expect(names.get('strict-transport-security')).toContain('max-age=63072000')
    expect(names.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(names.has('x-powered-by')).toBe(false)
    expect(new Map(securityHeaders({ hsts: false })).has('Strict-Transport-Security')).toBe(false)
  })
})

describe('the origin of a mutation', () => {
  it.each([
    ['http://danny.localhost:3000', 'danny.localhost:3000', false, true],
    ['http://danny.localhost:3000', 'DANNY.localhost:3000', false, true],
    ['https://danny.example', 'danny.example', true, true],
    ['https://danny.example', 'danny.example:443', true, true],
    ['http://danny.example', 'danny.example', true, false],
    ['http://hathor.localhost:3000', 'danny.localhost:3000', false, false],
    ['http://danny.localhost:3001', 'danny.localhost:3000', false, false],
    ['http://danny.localhost:3000.evil.example', 'danny.localhost:3000', false, false],
    ['null', 'danny.localhost', false, false],
    ['', 'danny.localhost', false, false],
    [undefined, 'danny.localhost', false, false],
    ['file://danny.localhost', 'danny.localhost', false, false],
    ['http://danny.localhost', undefined, false, false],
  ])('%s at %s', (origin, host, secure, wanted) => expect(isSameOrigin(origin, host, { secure })).toBe(wanted))
})

describe('a page that other sites may show', () => {
  it('is the only one whose policy lets them, and nothing else stands in the way', () => {
    const usual = securityHeaders({ hsts: false })
    const framed = framedHeaders(usual)
    const named = (headers: readonly HeaderPair[], wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
    expect(named(usual, 'x-frame-options')).toBe('SAMEORIGIN')
    expect(named(framed, 'x-frame-options')).toBeUndefined()
    expect(named(framed, 'cross-origin-resource-policy')).toBe('cross-origin')
    expect(named(framed, 'x-content-type-options')).toBe('nosniff')
    expect(contentSecurityPolicy({ nonce: 'n' }, { secure: true, mayBeFramed: true })).toContain('frame-ancestors *;')
    expect(contentSecurityPolicy({ nonce: 'n' }, { secure: true })).toContain("frame-ancestors 'self';")
  })
})
