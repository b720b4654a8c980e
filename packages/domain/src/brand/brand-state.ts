import { type BrandRecord, brandSchema, type Correction, correctionsOf } from '@residency/brand'
import type { TenantDb } from '@residency/db'
import { notFound } from '../errors/index.ts'

/** The brand as its editor sees it. */
export interface BrandState {
  published: BrandRecord
  /** null: nothing has changed since publication. */
  draft: BrandRecord | null
  /** Send it back with a change: a change that saw an older one is refused. */
  version: number
  publishedAt: Date
  updatedAt: Date
  updatedBy: string | null
  /** Colours that were moved so that people can read them, of what is being edited. */
  corrections: Correction[]
}

/** Reads the tenant's one brand row, checked again on the way out: an older record may lack what was added since. */
export async function readBrandState(db: TenantDb): Promise<BrandState> {
  const row = await db.brand.findFirst()
  if (!row) throw notFound()
  const published = brandSchema.parse(row.published)
  const draft = row.draft === null ? null : brandSchema.parse(row.draft)
  return {
    published,
    draft,
    version: row.version,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    corrections: correctionsOf(draft ?? published),
  }
}
