import { randomUUID } from 'node:crypto'
import { limits } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import type { AccountContext, AccountRole, Actor, TenantContext } from '../context/index.ts'
import { hashToken, randomToken } from '../secrets/index.ts'
import { testContext } from './test-context.ts'

type TestTenant = TenantRef & { slug?: string }
type More = Partial<Omit<TenantContext, 'actor'>>

const firefoxOnLinux = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
export const safariOnIphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

/** A visitor with a browser and an address. */
export const visitor = (ref: TestTenant, more: More = {}): TenantContext =>
  testContext<Actor>(ref, { kind: 'anonymous' }, { ipPrefix: '203.0.113.0/24', userAgent: firefoxOnLinux, region: 'GB', ...more })

/** An account with an open session: its context, as if it had just signed in, and the cookie's token. */
export async function signedIn(
  ref: TestTenant,
  given: { role?: AccountRole; email?: string; name?: string; passwordHash?: string | null; verified?: boolean } = {},
  more: More = {},
): Promise<AccountContext & { token: string }> {
  const { role = 'fan', email = `${randomUUID()}@fan.example`, name = 'Someone', passwordHash = null, verified = true } = given
  const ctx = visitor(ref, more)
  const token = randomToken()
  const sessionId = hashToken(token)
  const authenticatedAt = ctx.now()
  const accountId = await withTenant(ref, async (db) => {
    const account = await db.account.create({
      data: { role, email, name, passwordHash, emailVerifiedAt: verified ? authenticatedAt : null },
    })
    const expiresAt = new Date(authenticatedAt.getTime() + limits.sessionDays * 24 * 60 * 60_000)
    const seen = { authenticatedAt, userAgent: ctx.userAgent, ipPrefix: ctx.ipPrefix }
    await db.session.create({ data: { id: sessionId, accountId: account.id, expiresAt, ...seen } })
    return account.id
  })
  const actor = { kind: 'account', accountId, role, name, email, sessionId, authenticatedAt, hasSecondFactor: false } as const
  return { ...ctx, actor, token }
}
