import type { TenantDb } from '@residency/db'

/** Revisions of a page that are kept; the oldest go first. */
const keptRevisions = 200

export const trimRevisions = (db: TenantDb, pageId: string, newest: number): Promise<unknown> =>
  db.pageRevision.deleteMany({ where: { pageId, version: { lte: newest - keptRevisions } } })
