import { randomUUID } from 'node:crypto'
import { createLogger } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import type { AccountContext } from '@residency/domain/context'
import { requireTenantRecord } from '@residency/domain/tenants'
import type { DemoTenant } from '../../content/types.ts'
import { demoId } from '../../demo-ids.ts'

/** Who may upload. They take turns: nobody sends more files an hour than anybody may. */
const hands = ['owner', 'editor'] as const

/** A member of the tenant's crew at the command line, or null when the account is gone. */
export async function crewMember(ref: TenantRef, tenant: DemoTenant, turn: number): Promise<AccountContext | null> {
  const role = hands[turn % hands.length] as (typeof hands)[number]
  const email = tenant.people.find((person) => person.role === role)?.email ?? ''
  const account = await withTenant(ref, (db) => db.account.findFirst({ where: { id: demoId(tenant.slug, 'person', email) } }))
  // Somebody who was given another role meanwhile does no longer stand in for the crew.
  if (!account || account.role !== role) return null
  const record = await requireTenantRecord(ref)
  return {
    ref,
    tenant: record,
    actor: {
      kind: 'account',
      accountId: account.id,
      role,
      name: account.name,
      email: account.email,
      sessionId: 'demo-audio',
      authenticatedAt: new Date(),
      hasSecondFactor: false,
    },
    locale: record.locale,
    requestId: `demo-audio-${randomUUID()}`,
    ipPrefix: null,
    userAgent: null,
    now: () => new Date(),
    log: createLogger('demo-audio', 'warn'),
  }
}
