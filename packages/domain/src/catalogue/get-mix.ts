import { readTenant, type TenantSql } from '@residency/db'
import { z } from 'zod'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { hashToken } from '../secrets/index.ts'
import { artworkJoin, catalogueCte, type MixRecord, type MixSummary, summaryColumns, type TrackRecord, tracksText } from './mix-summary.ts'
import { querySeen } from './seen-catalogue.ts'
import { queryTimedWords, type TimedWords } from './timed-words.ts'

export const mixSlugSchema = z.object({ slug: z.string().max(120) })

type MixRow = MixSummary & { description: LocalizedText; publishedAt: Date; embedAllowed: boolean }
export type MixPageRecord = MixRecord & { related: MixSummary[]; embedAllowed: boolean; words: TimedWords[] }

const mixText = (cte: string): string =>
  `with ${cte} select ${summaryColumns}, c.description, c.published_at as "publishedAt", c.embed_allowed as "embedAllowed" from catalogue c ${artworkJoin} where c.slug = $1`

/** One that is not out: its place is the one it would have, were it published now. */
const hiddenText = (where: string): string => `with ${catalogueCte}, shown as (
    select m.*, coalesce((select o.number from catalogue o where o.id = m.id), (select count(*)::int + 1 from catalogue)) as number from mix m where ${where})
  select ${summaryColumns}, c.description, coalesce(c.published_at, now()) as "publishedAt", c.embed_allowed as "embedAllowed" from shown c ${artworkJoin}`
const previewText = hiddenText('m.id = $1')
const linkText = hiddenText(`m.slug = $1 and m.publication <> 'taken_down' and exists (select from listen_link l
  where l.mix_id = m.id and l.token_hash = $2 and l.revoked_at is null and l.expires_at > now())`)

/** Nearest first: the same genre and shared moods weigh most, then closeness in time. */
const relatedText = `with ${catalogueCte}, this as (select * from mix where id = $1)
  select ${summaryColumns} from catalogue c cross join this t ${artworkJoin} where c.id <> t.id
  order by (c.genre is not distinct from t.genre)::int * 2 + cardinality(array(select unnest(c.moods) intersect select unnest(t.moods))) desc,
    abs(c.recorded_on - t.recorded_on), c.id limit 4`

async function completed(sql: TenantSql, ctx: TenantContext, mix: MixRow | undefined): Promise<MixPageRecord> {
  if (!mix) throw notFound()
  const tracks = await sql.query<TrackRecord>('mix_tracks', tracksText, [mix.id])
  const related = await sql.query<MixSummary>('mix_related', relatedText, [mix.id])
  const words = await queryTimedWords(sql, mix.id, { reader: ctx.locale, tenant: ctx.tenant.locale })
  return { ...mix, tracks, related, words }
}

/** A mix that is out, or open early to the one who asks, with its tracklist and four that are like it. Throws `not_found`. */
export async function requireMix(ctx: TenantContext, input: z.output<typeof mixSlugSchema>): Promise<MixPageRecord> {
  return readTenant(ctx.ref, async (sql) =>
    completed(sql, ctx, (await querySeen<MixRow>(sql, ctx, 'mix_by_slug', mixText, [input.slug]))[0]),
  )
}

export const linkedMixSchema = mixSlugSchema.extend({ link: z.string().min(1).max(100) })

/** A mix by a listen link of it that is neither expired nor revoked; without a good one what is published all the same. Throws `not_found`. */
export async function requireLinkedMix(ctx: TenantContext, input: z.output<typeof linkedMixSchema>): Promise<MixPageRecord> {
  const values = [input.slug, hashToken(input.link)]
  return readTenant(ctx.ref, async (sql) => {
    const [linked] = await sql.query<MixRow>('mix_by_link', linkText, values)
    return completed(sql, ctx, linked ?? (await querySeen<MixRow>(sql, ctx, 'mix_by_slug', mixText, [input.slug]))[0])
  })
}

/** A mix as fans will see it, for the crew. Throws `not_found`, `unauthenticated`, `forbidden`. */
export async function requireMixPreview(ctx: TenantContext, input: { mixId: string }): Promise<MixPageRecord> {
  requirePermission(ctx, 'catalogue.edit')
  return readTenant(ctx.ref, async (sql) => completed(sql, ctx, (await sql.query<MixRow>('mix_preview', previewText, [input.mixId]))[0]))
}
