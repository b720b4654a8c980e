import type { TenantDb } from '@residency/db'
import { conflict, notFound } from '../errors/index.ts'

/** Nothing was changed: either the page is not there (or not this tenant's), or somebody else wrote since the caller looked. */
export async function pageCollision(db: TenantDb, pageId: string): Promise<never> {
  const row = await db.page.findFirst({ where: { id: pageId }, select: { updatedBy: true } })
  if (!row) throw notFound()
  const other = row.updatedBy ? await db.account.findFirst({ where: { id: row.updatedBy }, select: { name: true } }) : null
  throw conflict('collision', { name: other?.name ?? '?' })
}
