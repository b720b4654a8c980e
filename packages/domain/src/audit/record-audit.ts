import type { Prisma, TenantDb } from '@residency/db'
import type { AccountRole, TenantContext } from '../context/index.ts'

export interface AuditInput {
  /** A noun and a past tense: `brand.published`, `account.passwordChanged`. */
  action: string
  subjectKind: string
  subjectId?: string | null
  /** What changed, before and after, in words and figures. Never a password, a token or a whole text. */
  data?: Prisma.InputJsonObject
  /** Who did it, when the request's actor is not yet signed in (a sign-in, a mail's link). */
  actor?: { id: string; name: string; role: AccountRole }
}

/** Says who did what, in the transaction that does it: the two stand or fall together. */
export async function recordAudit(db: TenantDb, ctx: TenantContext, input: AuditInput): Promise<void> {
  const signedIn = ctx.actor.kind === 'account' ? { id: ctx.actor.accountId, name: ctx.actor.name, role: ctx.actor.role } : null
  const actor = input.actor ?? signedIn
  await db.auditEntry.create({
    data: {
      actorId: actor?.id ?? null,
      // Entries are never changed, so a fan's name may not stand in one: it would outlive the account.
      actorName: actor && actor.role !== 'fan' ? actor.name : null,
      action: input.action,
      subjectKind: input.subjectKind,
      subjectId: input.subjectId ?? null,
      data: input.data ?? {},
      requestId: ctx.requestId,
      ipPrefix: ctx.ipPrefix,
      at: ctx.now(),
    },
  })
}
