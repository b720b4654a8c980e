import type { LocalizedText } from '../context/index.ts'
import { blocksSchema, type StoredBlock } from './blocks.ts'

export type PageKind = 'page' | 'about' | 'legal'

export interface PageState {
  id: string
  slug: string
  kind: PageKind
  title: LocalizedText
  blocks: StoredBlock[]
  /** Whether fans see the page, and whether what they see differs from what the editor shows. */
  isPublished: boolean
  hasUnpublishedChanges: boolean
  publishedAt: Date | null
  inNavigation: boolean
  position: number
  /** Send it back with a change: a change that saw an older one is refused. */
  version: number
  updatedAt: Date
  updatedBy: string | null
}

interface PageRow {
  id: string
  slug: string
  kind: PageKind
  title: unknown
  blocks: unknown
  publishedTitle: unknown
  publishedBlocks: unknown
  publishedAt: Date | null
  inNavigation: boolean
  position: number
  version: number
  updatedAt: Date
  updatedBy: string | null
}

export function pageState(row: PageRow): PageState {
  const isPublished = row.publishedAt !== null
  const same = (one: unknown, other: unknown) => canonical(one) === canonical(other)
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title as LocalizedText,
    blocks: blocksSchema.parse(row.blocks),
    isPublished,
    hasUnpublishedChanges: !isPublished || !same(row.title, row.publishedTitle) || !same(row.blocks, row.publishedBlocks),
    publishedAt: row.publishedAt,
    inNavigation: row.inNavigation,
    position: row.position,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  }
}

/** JSON with its keys in order: Postgres orders those of jsonb its own way. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  )
}
