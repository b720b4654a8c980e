import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound, tooMany, unauthenticated } from '../errors/index.ts'

const name = z
  .string()
  .transform((value) => value.replace(/\p{Cc}+/gu, ' ').trim())
  .pipe(z.string().min(1).max(200))

export const suggestTrackSchema = z.object({ mixId: z.uuid(), trackId: z.uuid(), title: name, artist: name })

const dayMs = 24 * 60 * 60_000
const mostADay = 30

/**
 * Says what an unknown track of a published mix is; saying it again changes one's word while nobody has decided. Throws `unauthenticated`,
 * `not_found` (no such track, it has a name, or the mix is not out), `conflict` (decided), `too_many`.
 */
export async function suggestTrack(ctx: TenantContext, input: z.output<typeof suggestTrackSchema>): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'account') throw unauthenticated()
  const { accountId } = actor
  const { mixId, trackId, title, artist } = input
  const now = ctx.now()
  await withTenant(ctx.ref, async (db) => {
    const track = await db.track.findFirst({
      where: { id: trackId, mixId, isUnknown: true, mix: { publication: 'published', publishedAt: { lte: now } } },
      select: { id: true },
    })
    if (!track) throw notFound()
    const own = await db.trackSuggestion.findFirst({ where: { trackId, accountId } })
    if (own && own.state !== 'open') throw conflict('tracklist.decided')
    if (own) {
      await db.trackSuggestion.update({ where: db.key(own.id), data: { title, artist } })
      return
    }
    const lately = await db.trackSuggestion.count({ where: { accountId, createdAt: { gt: new Date(now.getTime() - dayMs) } } })
    if (lately >= mostADay) throw tooMany(dayMs)
    await db.trackSuggestion.create({ data: { trackId, accountId, title, artist, createdAt: now } })
  })
}
