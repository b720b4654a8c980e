import { describe, expect, it } from 'vitest'
import { addressesFrom, demoAccounts } from './accounts.ts'
import { isLocalDatabase, refuseProduction } from './guard.ts'

describe('the demo accounts', () => {
  it('say where to sign in, crew of three sites, fans and the operator', () => {
    const accounts = demoAccounts(addressesFrom({ PUBLIC_PROTOCOL: 'http', PUBLIC_PORT: '3000', PLATFORM_PUBLIC_PORT: '3001' }))
    expect(accounts).toHaveLength(31)
    expect(accounts[0]).toMatchObject({ role: 'owner', address: 'http://danny.localhost:3000', email: 'owner@danny.example' })
    expect(accounts.at(-1)).toMatchObject({
      role: 'operator',
      address: 'http://localhost:3001',
      totp: expect.stringMatching(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/),
    })
    for (const { password } of accounts) expect(password.length).toBeGreaterThanOrEqual(15)
  })

  it('use the same address at several DJs with a password of each', () => {
    const sams = demoAccounts().filter(({ email }) => email === 'sam@fans.example')
    expect(new Set(sams.map(({ password }) => password)).size).toBe(3)
  })
})

describe('the guard', () => {
  it.each([
    ['postgresql://app:x@127.0.0.1:5432/db', true],
    ['postgresql://app:x@localhost/db', true],
    ['postgresql://app:x@[::1]:5432/db', true],
    ['postgresql://app:x@db.example.com/db', false],
    ['postgresql://app:x@localhost.example.com/db', false],
    ['nonsense', false],
    [undefined, false],
  ])('takes %s for local: %s', (url, local) => {
    expect(isLocalDatabase(url)).toBe(local)
  })

  it('refuses a production database elsewhere, unless it is meant', () => {
    const elsewhere = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://app:x@db.example.com/db' }
    expect(() => refuseProduction(elsewhere, false)).toThrow('--demo')
    expect(() => refuseProduction({ ...elsewhere, NODE_ENV: '' }, false)).toThrow('--demo')
    expect(() => refuseProduction(elsewhere, true)).not.toThrow()
    expect(() => refuseProduction({ ...elsewhere, NODE_ENV: 'development' }, false)).not.toThrow()
    expect(() => refuseProduction({ NODE_ENV: 'production', DATABASE_URL: 'postgresql://app:x@127.0.0.1/db' }, false)).not.toThrow()
  })
})
