import { Prisma, type Publication, type RecordingStage, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { requirePermission } from '../../policy/index.ts'

const mixesPerPage = 50

export const listEditedMixesSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  publication: z.enum(['draft', 'scheduled', 'published', 'unlisted', 'taken_down']).optional().catch(undefined),
  /** Of the newest version: being worked on, failed, ready; `none`: no audio yet. */
  stage: z.enum(['working', 'failed', 'ready', 'none']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

/** A mix as a row of the studio's table. */
export interface EditedMix {
  id: string
  slug: string
  title: string
  artworkId: string | null
  durationMs: number
  genre: string | null
  moods: string[]
  /** YYYY-MM-DD */
  recordedOn: string
  publication: Publication
  publishedAt: Date | null
  /** Comes out as soon as its audio is ready. */
  isWaiting: boolean
  exclusiveTierId: string | null
  version: number
  tracks: number
  /** The newest version of its audio. */
  recording: { id: string; stage: RecordingStage; progress: number; failure: string | null } | null
}

const matches = (q: string) =>
  q === ''
    ? Prisma.sql`true`
    : Prisma.sql`(select bool_and(m.search_text like '%' || replace(replace(replace(w, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
        from unnest(regexp_split_to_array(search_fold(${q}), '\\s+')) w where w <> '')`

const stages = {
  working: Prisma.sql`r.stage is not null and r.stage not in ('ready', 'failed')`,
  failed: Prisma.sql`r.stage = 'failed'`,
  ready: Prisma.sql`r.stage = 'ready'`,
  none: Prisma.sql`r.id is null`,
} as const

type Row = Omit<EditedMix, 'recording'> & { total: number } & {
  recordingId: string | null
  stage: RecordingStage | null
  progress: number | null
  failure: string | null
}

/** Every mix of the tenant, the newest first, found by its words and filtered by where it stands. Throws `unauthenticated`, `forbidden`. */
export async function listEditedMixes(
  ctx: TenantContext,
  input: z.output<typeof listEditedMixesSchema>,
): Promise<{ mixes: EditedMix[]; total: number; page: number; pageCount: number }> {
  requirePermission(ctx, 'catalogue.edit')
  const { q, publication, stage, page } = input
  const rows = await withTenant(
    ctx.ref,
    (db) => db.$queryRaw<Row[]>`
      select m.id, m.slug, m.title, m.artwork_id as "artworkId", m.duration_ms as "durationMs", m.genre, coalesce(m.moods, '{}') as moods,
        to_char(m.recorded_on, 'YYYY-MM-DD') as "recordedOn", m.publication, m.published_at as "publishedAt",
        m.publication = 'scheduled' and m.recording_id is null and m.published_at <= now() as "isWaiting",
        m.exclusive_tier_id as "exclusiveTierId", m.version, (select count(*)::int from track t where t.mix_id = m.id) as tracks,
        r.id as "recordingId", r.stage, r.progress, r.failure, count(*) over ()::int as total
      from mix m left join lateral (select n.id, n.stage, n.progress, n.failure from recording n where n.mix_id = m.id order by n.number desc limit 1) r on true
      where ${matches(q)} and ${publication ? Prisma.sql`m.publication = ${publication}::"Publication"` : Prisma.sql`true`}
        and ${stage ? stages[stage] : Prisma.sql`true`}
      order by m.created_at desc, m.id desc limit ${mixesPerPage} offset ${(page - 1) * mixesPerPage}`,
  )
  const total = rows[0]?.total ?? 0
  return {
    mixes: rows.map(({ total: _total, recordingId, stage: reached, progress, failure, ...mix }) => ({
      ...mix,
      recording: recordingId && reached ? { id: recordingId, stage: reached, progress: progress ?? 0, failure } : null,
    })),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / mixesPerPage)),
  }
}
