import { readTenant, type TenantSql } from '@residency/db'
import { z } from 'zod'
import { listMixesById, type MixSummary } from '../catalogue/index.ts'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'
import { blocksSchema, referencesOf, type StoredBlock } from './blocks.ts'
import type { PageKind, PageState } from './page-state.ts'

export const publishedPageSchema = z.object({ kind: z.enum(['page', 'about', 'legal']), slug: z.string().max(120).optional() })

/** A page with everything its blocks show. */
export interface PageRecord {
  id: string
  slug: string
  kind: PageKind
  title: LocalizedText
  blocks: StoredBlock[]
  media: MediaRef[]
  mixes: MixSummary[]
  updatedAt: Date
}

const columns = 'id, slug, kind, published_title as title, published_blocks as blocks, published_at as "updatedAt"'
type Row = Omit<PageRecord, 'blocks' | 'media' | 'mixes'> & { blocks: unknown }

const mediaText = `select ${mediaRefColumn('a', 'media')} from media_item a where a.id = any ($1::uuid[])`

/** Pictures and mixes that blocks show, inside the caller's transaction. */
async function resolveReferences(sql: TenantSql, blocks: readonly StoredBlock[]): Promise<{ media: MediaRef[]; mixes: MixSummary[] }> {
  const { mediaIds, mixIds } = referencesOf(blocks)
  const media = mediaIds.length === 0 ? [] : await sql.query<{ media: MediaRef }>('page_media', mediaText, [mediaIds])
  return { media: media.map((row) => row.media), mixes: await listMixesById(sql, mixIds) }
}

/** The published page of a slug, or the about page. Throws `not_found`. */
export async function requirePublishedPage(ctx: TenantContext, input: z.output<typeof publishedPageSchema>): Promise<PageRecord> {
  return readTenant(ctx.ref, async (sql) => {
    const [row] = await sql.query<Row>(
      'published_page',
      `select ${columns} from page where published_at is not null and kind = $1::"PageKind" and ($2::text is null or slug = $2) order by position limit 1`,
      [input.kind, input.slug ?? null],
    )
    if (!row) throw notFound()
    const blocks = blocksSchema.parse(row.blocks)
    return { ...row, blocks, ...(await resolveReferences(sql, blocks)) }
  })
}

/** What a draft would look like if it were published now, for its preview. */
export async function resolveDraft(ctx: TenantContext, page: PageState): Promise<PageRecord> {
  const { id, slug, kind, title, blocks, updatedAt } = page
  return readTenant(ctx.ref, async (sql) => ({ id, slug, kind, title, blocks, updatedAt, ...(await resolveReferences(sql, blocks)) }))
}
