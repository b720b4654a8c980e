import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { isSeen } from '../catalogue/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

export const decideSuggestionSchema = z.object({ suggestionId: z.uuid(), decision: z.enum(['accepted', 'declined']) })

/**
 * Takes a fan's word for an unknown track, or doesn't. Taken, the track has its name and other suggestions for it are declined.
 * Throws `not_found`, `conflict` (decided already, or the track has a name), `forbidden`.
 */
export async function decideSuggestion(given: TenantContext, input: z.output<typeof decideSuggestionSchema>): Promise<{ mixId: string }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { suggestionId, decision } = input
  const decidedAt = ctx.now()
  return withTenant(ctx.ref, async (db) => {
    const found = await db.trackSuggestion.findFirst({
      where: { id: suggestionId },
      include: { track: { include: { mix: { select: { id: true, publication: true } } } } },
    })
    if (!found) throw notFound()
    const { track } = found
    const { count } = await db.trackSuggestion.updateMany({
      where: { id: suggestionId, state: 'open' },
      data: { state: decision, decidedAt },
    })
    if (count === 0 || (decision === 'accepted' && !track.isUnknown)) throw conflict('tracklist.decided')
    if (decision === 'accepted') {
      const { title, artist } = found
      await db.track.update({ where: db.key(track.id), data: { title, artist, isUnknown: false } })
      await db.trackSuggestion.updateMany({ where: { trackId: track.id, state: 'open' }, data: { state: 'declined', decidedAt } })
      // Whoever has the list open would write over it.
      await db.mix.update({ where: db.key(track.mixId), data: { version: { increment: 1 }, updatedBy: ctx.actor.accountId } })
      if (isSeen(track.mix.publication)) await raiseRevision(db)
    }
    await recordAudit(db, ctx, {
      action: decision === 'accepted' ? 'mix.suggestionAccepted' : 'mix.suggestionDeclined',
      subjectKind: 'mix',
      subjectId: track.mixId,
      data: { position: track.position, title: found.title, artist: found.artist },
    })
    return { mixId: track.mixId }
  })
}
