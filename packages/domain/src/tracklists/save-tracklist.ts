import { randomUUID } from 'node:crypto'
import { raiseRevision, type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { isSeen, mixCollision } from '../catalogue/index.ts'
import type { TenantContext } from '../context/index.ts'
import { invalid } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { mostTracks, type TrackDraft, trackDraftSchema } from './track-draft.ts'

export const saveTracklistSchema = z.object({
  mixId: z.uuid(),
  expectedVersion: z.number().int().positive(),
  /** With its id a track stays itself, and keeps what fans suggest for it. */
  tracks: z.array(z.object({ id: z.uuid().nullish() }).and(trackDraftSchema)).max(mostTracks, 'tracklist.tooMany'),
})

/**
 * Writes the whole tracklist of a mix, in order of time. Fans see it at once when the mix is out. Throws `conflict` (collision), `invalid`
 * (a track begins after the end), `not_found`, `forbidden`.
 */
export async function saveTracklist(given: TenantContext, input: z.output<typeof saveTracklistSchema>): Promise<{ version: number }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { mixId, expectedVersion } = input
  return withTenant(ctx.ref, async (db) => {
    const { count } = await db.mix.updateMany({
      where: { id: mixId, version: expectedVersion },
      data: { version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return mixCollision(db, mixId)
    const mix = await db.mix.findFirstOrThrow({ where: { id: mixId } })
    const tracks = [...input.tracks].sort((a, b) => a.startMs - b.startMs)
    if (mix.durationMs > 0 && tracks.some(({ startMs }) => startMs >= mix.durationMs))
      throw invalid({ tracks: 'tracklist.afterEnd' }, 'tracklist.afterEnd')
    await write(db, mixId, tracks)
    await recordAudit(db, ctx, {
      action: 'mix.tracklistSaved',
      subjectKind: 'mix',
      subjectId: mixId,
      data: { title: mix.title, tracks: tracks.length, unknown: tracks.filter(({ isUnknown }) => isUnknown).length },
    })
    if (isSeen(mix.publication)) await raiseRevision(db)
    return { version: mix.version }
  })
}

async function write(db: TenantDb, mixId: string, tracks: readonly (TrackDraft & { id?: string | null })[]): Promise<void> {
  const there = new Set((await db.track.findMany({ where: { mixId }, select: { id: true } })).map(({ id }) => id))
  const used = new Set<string>()
  const rows = tracks.map(({ id, ...track }, at) => {
    // An id of another mix, or one that comes twice, is a new track.
    const own = id && there.has(id) && !used.has(id) ? id : null
    if (own) used.add(own)
    return { id: own ?? randomUUID(), isNew: own === null, position: at + 1, ...track }
  })
  await db.track.deleteMany({ where: { mixId, id: { notIn: [...used] } } })
  // Out of each other's way first: a place may hold one track at a time.
  await db.$executeRaw`update track set position = -position where tenant_id = (select current_tenant()) and mix_id = ${mixId}::uuid`
  const kept = JSON.stringify(rows.filter(({ isNew }) => !isNew))
  await db.$executeRaw`
    update track t set position = d.position, start_ms = d."startMs", title = d.title, artist = d.artist, label = d.label, is_unknown = d."isUnknown"
    from jsonb_to_recordset(${kept}::jsonb) as d (id uuid, position int, "startMs" int, title text, artist text, label text, "isUnknown" boolean)
    where t.tenant_id = (select current_tenant()) and t.mix_id = ${mixId}::uuid and t.id = d.id`
  const fresh = rows.filter(({ isNew }) => isNew).map(({ isNew: _isNew, ...row }) => ({ ...row, mixId }))
  for (const row of fresh) await db.track.create({ data: row })
}
