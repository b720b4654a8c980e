import { createLogger } from '@residency/config'
import { type TenantRef, tenantRef, withTenant } from '@residency/db'
import type { AccountActor, AccountRole, Actor, TenantContext } from '../context/index.ts'

const log = createLogger('test', 'silent')

/** A context as the edge would make it, for an actor of the test's choice. */
export function testContext<A extends Actor>(
  ref: TenantRef & { slug?: string },
  actor: A,
  more: Partial<Omit<TenantContext, 'actor'>> = {},
): TenantContext<A> {
  return {
    ref,
    tenant: {
      id: ref.tenantId,
      slug: ref.slug ?? 'test',
      name: 'Test',
      status: 'active',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
      revision: 1,
      primaryHost: `${ref.slug ?? 'test'}.localhost`,
    },
    actor,
    locale: 'en',
    requestId: 'test-request',
    ipPrefix: '127.0.0.0/24',
    userAgent: null,
    now: () => new Date(),
    log,
    ...more,
  }
}

/** An account of the role, and a context in which it acts. */
export async function testAccount(
  ref: TenantRef & { slug?: string },
  role: AccountRole,
  name = role as string,
): Promise<TenantContext<AccountActor>> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${Math.random().toString(36).slice(2, 8)}@crew.example`
  const account = await withTenant(tenantRef('cli', ref.tenantId), (db) =>
    db.account.create({ data: { email, name, role, emailVerifiedAt: new Date() } }),
  )
  return testContext(ref, {
    kind: 'account',
    accountId: account.id,
    role,
    name,
    email,
    sessionId: 'test-session',
    authenticatedAt: new Date(),
    hasSecondFactor: false,
  })
}
