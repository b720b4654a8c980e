import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../../audit/index.ts'
import type { TenantContext } from '../../context/index.ts'
import { conflict, notFound } from '../../errors/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { hashToken, randomToken } from '../../secrets/index.ts'

export interface ListenLinkView {
  id: string
  /** Whom it is for. */
  label: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  state: 'live' | 'expired' | 'revoked'
}

const day = 24 * 60 * 60_000
const mostLive = 50

export const createListenLinkSchema = z.object({
  mixId: z.uuid(),
  label: z.string().trim().max(80).default(''),
  days: z.number().int().min(1).max(365),
})

/**
 * Makes a link by which a mix that is not public is heard until it expires. The token is told once; what is stored opens nothing.
 * Throws `not_found`, `conflict` (fifty links are live, or it was taken down), `forbidden`.
 */
export async function createListenLink(
  given: TenantContext,
  input: z.output<typeof createListenLinkSchema>,
): Promise<{ token: string; expiresAt: Date }> {
  const ctx = requirePermission(given, 'catalogue.publish')
  const { mixId, label, days } = input
  const now = ctx.now()
  const expiresAt = new Date(now.getTime() + days * day)
  const token = randomToken()
  await withTenant(ctx.ref, async (db) => {
    const mix = await db.mix.findFirst({ where: { id: mixId }, select: { publication: true, title: true } })
    if (!mix) throw notFound()
    if (mix.publication === 'taken_down') throw conflict('mix.takenDown')
    if ((await db.listenLink.count({ where: { mixId, revokedAt: null, expiresAt: { gt: now } } })) >= mostLive)
      throw conflict('mix.tooManyLinks', { count: mostLive })
    const { id } = await db.listenLink.create({
      data: { mixId, label, tokenHash: hashToken(token), createdBy: ctx.actor.accountId, createdAt: now, expiresAt },
    })
    await recordAudit(db, ctx, {
      action: 'mix.linkCreated',
      subjectKind: 'mix',
      subjectId: mixId,
      data: { title: mix.title, linkId: id, label, expiresAt: expiresAt.toISOString() },
    })
  })
  return { token, expiresAt }
}

export const listenLinkIdSchema = z.object({ linkId: z.uuid() })

/** Ends a link now: within a minute nobody hears by it. Again changes nothing. Throws `not_found`, `forbidden`. */
export async function revokeListenLink(given: TenantContext, input: z.output<typeof listenLinkIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.publish')
  await withTenant(ctx.ref, async (db) => {
    const link = await db.listenLink.findFirst({ where: { id: input.linkId } })
    if (!link) throw notFound()
    if (link.revokedAt) return
    await db.listenLink.update({ where: db.key(link.id), data: { revokedAt: ctx.now() } })
    await recordAudit(db, ctx, {
      action: 'mix.linkRevoked',
      subjectKind: 'mix',
      subjectId: link.mixId,
      data: { linkId: link.id, label: link.label },
    })
  })
}

const most = 100

/** The links to a mix, newest first. Throws `not_found`, `forbidden`. */
export async function listListenLinks(given: TenantContext, input: { mixId: string }): Promise<ListenLinkView[]> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const rows = await withTenant(ctx.ref, async (db) => {
    if ((await db.mix.count({ where: { id: input.mixId } })) === 0) throw notFound()
    return db.listenLink.findMany({ where: { mixId: input.mixId }, orderBy: { id: 'desc' }, take: most })
  })
  const now = ctx.now()
  return rows.map(({ id, label, createdAt, expiresAt, revokedAt }) => ({
    id,
    label,
    createdAt,
    expiresAt,
    revokedAt,
    state: revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'live',
  }))
}
