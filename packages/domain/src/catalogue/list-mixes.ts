import { readTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { artworkJoin, type MixSummary, summaryColumns } from './mix-summary.ts'
import { querySeen } from './seen-catalogue.ts'

/** Mixes on a page of the list. */
export const mixesPerPage = 24

export const listMixesSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  genre: z.string().trim().max(60).catch('').default(''),
  mood: z.string().trim().max(60).catch('').default(''),
  year: z
    .string()
    .regex(/^(\d{4})?$/)
    .catch('')
    .default(''),
  sort: z.enum(['newest', 'oldest', 'longest', 'title']).catch('newest').default('newest'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type MixQuery = z.output<typeof listMixesSchema>

export interface Facet {
  value: string
  count: number
}

export interface MixList {
  mixes: MixSummary[]
  total: number
  page: number
  pageCount: number
  query: MixQuery
  /** Over the whole catalogue, most first. */
  genres: Facet[]
  moods: Facet[]
  years: Facet[]
}

const order: Record<MixQuery['sort'], string> = {
  newest: 'c.published_at desc, c.id desc',
  oldest: 'c.published_at, c.id',
  longest: 'c.duration_ms desc, c.id',
  title: 'lower(c.title), c.id',
}

/**
 * Accents and typos forgiven: each word of the question must stand in the folded text, or resemble a word of it.
 * Row security keeps LIKE from an index; a tenant's thousands of rows are read through (docs/decisions).
 */
const matches = `($1 = '' or (select bool_and(c.search_text like '%' || replace(replace(replace(w, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
  or (length(w) > 3 and word_similarity(w, c.search_text) >= 0.5)) from unnest(regexp_split_to_array(search_fold($1), '\\s+')) w where w <> ''))`
const filters = `${matches} and ($2 = '' or c.genre = $2) and ($3 = '' or $3 = any (c.moods)) and ($4 = '' or extract(year from c.recorded_on)::text = $4)`

const listText =
  (sort: MixQuery['sort']) =>
  (cte: string): string =>
    `with ${cte} select ${summaryColumns}, count(*) over ()::int as total from catalogue c ${artworkJoin} where ${filters} order by ${order[sort]} limit $5 offset $6`

const facetsText = (cte: string): string => `with ${cte}
  select 'genre' as facet, c.genre as value, count(*)::int as count from catalogue c where c.genre is not null group by c.genre
  union all select 'mood', m, count(*)::int from catalogue c, unnest(c.moods) m group by m
  union all select 'year', extract(year from c.recorded_on)::text, count(*)::int from catalogue c group by 2`

/** A page of the catalogue, searched, filtered and sorted as asked; a page behind the last is empty. Unknown values of a filter are no error. */
export async function listMixes(ctx: TenantContext, query: MixQuery): Promise<MixList> {
  const values = [query.q, query.genre, query.mood, query.year, mixesPerPage, (query.page - 1) * mixesPerPage]
  const { rows, facets } = await readTenant(ctx.ref, async (sql) => ({
    rows: await querySeen<MixSummary & { total: number }>(sql, ctx, `mixes_${query.sort}`, listText(query.sort), values),
    facets: await querySeen<Facet & { facet: string }>(sql, ctx, 'mix_facets', facetsText),
  }))
  const total = rows[0]?.total ?? 0
  const facet = (name: string, sort: (a: Facet, b: Facet) => number): Facet[] =>
    facets
      .filter((row) => row.facet === name)
      .map(({ value, count }) => ({ value, count }))
      .sort(sort)
  const byCount = (a: Facet, b: Facet) => b.count - a.count || a.value.localeCompare(b.value)
  return {
    mixes: rows.map(({ total: _total, ...mix }) => mix),
    total,
    page: query.page,
    pageCount: Math.max(1, Math.ceil(total / mixesPerPage)),
    query,
    genres: facet('genre', byCount),
    moods: facet('mood', byCount),
    years: facet('year', (a, b) => b.value.localeCompare(a.value)),
  }
}
