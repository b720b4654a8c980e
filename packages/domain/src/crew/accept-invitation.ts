import { type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { CrewRole, TenantContext } from '../context/index.ts'
import { AppError, conflict, invalid, unauthenticated } from '../errors/index.ts'
import { chosenPassword, type Entry, enter, hashPassword, nameField, passwordProblem, tokenField } from '../identity/index.ts'
import { reaches, requireAccount } from '../policy/index.ts'
import { hashToken } from '../secrets/index.ts'
import { rotateSessions } from '../sessions/index.ts'

export const acceptInvitationSchema = z.object({
  token: tokenField,
  /** For somebody without an account here. */
  name: nameField.nullable(),
  password: chosenPassword.nullable(),
})

const gone = (): AppError => new AppError('gone', { messageKey: 'account.linkGone' })

async function findOpen(db: TenantDb, ctx: TenantContext, token: string) {
  const where = { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } }
  const invitation = await db.invitation.findFirst({ where })
  if (!invitation || invitation.role === 'fan') return null
  const account = await db.account.findFirst({ where: { email: invitation.email } })
  // A password that waits for its address to be confirmed may be a stranger's: the invited person chooses their own.
  return {
    id: invitation.id,
    email: invitation.email,
    role: invitation.role as CrewRole,
    account,
    known: account?.emailVerifiedAt ? account : null,
  }
}

/** `join`: choose a name and a password. `signIn`: there is an account. `accept`: signed in as the one invited. `other`: signed in as another. */
export type InvitationState = { state: 'gone' } | { state: 'join' | 'signIn' | 'accept' | 'other'; email: string; role: CrewRole }

/** What the page behind an invitation's link should show. Uses nothing up. */
export async function inspectInvitation(ctx: TenantContext, input: { unverifiedToken: string | null }): Promise<InvitationState> {
  const token = tokenField.safeParse(input.unverifiedToken)
  const open = token.success ? await withTenant(ctx.ref, (db) => findOpen(db, ctx, token.data)) : null
  if (!open) return { state: 'gone' }
  const { email, role, known } = open
  const me = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  if (me) return { state: me === known?.id ? 'accept' : 'other', email, role }
  return { state: known ? 'signIn' : 'join', email, role }
}

/**
 * Takes an invitation: an account of that address gets the role (its owner has to be signed in), else one is made, its address proved by the link.
 * Throws `gone`, `unauthenticated` (sign in first), `conflict` (signed in as somebody else), `invalid`.
 */
export async function acceptInvitation(ctx: TenantContext, input: z.output<typeof acceptInvitationSchema>): Promise<Entry> {
  const open = await withTenant(ctx.ref, (db) => findOpen(db, ctx, input.token))
  if (!open) throw gone()
  const passwordHash = open.known ? null : await newPasswordHash(ctx, open.email, input)
  return withTenant(ctx.ref, async (db) => {
    const now = ctx.now()
    const { count } = await db.invitation.updateMany({
      where: { id: open.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now },
    })
    if (count !== 1) throw gone()
    const audit = (account: { id: string; name: string }) =>
      recordAudit(db, ctx, {
        action: 'crew.joined',
        subjectKind: 'account',
        subjectId: account.id,
        actor: { ...account, role: open.role },
        data: { role: open.role },
      })
    if (open.known) {
      if (ctx.actor.kind !== 'account') throw unauthenticated()
      if (ctx.actor.accountId !== open.known.id) throw conflict('account.otherAccount')
      // Somebody promoted meanwhile keeps the higher role.
      const role = reaches(open.known.role, open.role) ? open.known.role : open.role
      await db.account.update({ where: db.key(open.known.id), data: { role } })
      await audit(open.known)
      return { state: 'signedIn', session: await rotateSessions(db, requireAccount(ctx)) }
    }
    const facts = { name: input.name ?? '', passwordHash, role: open.role, emailVerifiedAt: now, locale: ctx.locale }
    const account = open.account
      ? await db.account.update({ where: db.key(open.account.id), data: facts })
      : await db.account.create({ data: { ...facts, email: open.email } })
    await audit(account)
    return enter(db, ctx, account, 'invitation')
  })
}

async function newPasswordHash(ctx: TenantContext, email: string, input: z.output<typeof acceptInvitationSchema>): Promise<string> {
  if (ctx.actor.kind === 'account') throw conflict('account.otherAccount')
  const { name, password } = input
  if (!name) throw invalid({ name: 'field.required' })
  if (!password) throw invalid({ password: 'field.required' })
  const problem = await passwordProblem(password, { hasSecondFactor: false, email, name, site: [ctx.tenant.name, ctx.tenant.slug] })
  if (problem) throw invalid({ password: problem })
  return hashPassword(password)
}
