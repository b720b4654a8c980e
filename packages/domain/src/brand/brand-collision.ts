import type { TenantDb } from '@residency/db'
import { conflict } from '../errors/index.ts'

/** Somebody else wrote since the caller looked: says who, so that two people can talk. */
export async function brandCollision(db: TenantDb): Promise<never> {
  const row = await db.brand.findFirst({ select: { updatedBy: true } })
  const other = row?.updatedBy ? await db.account.findFirst({ where: { id: row.updatedBy }, select: { name: true } }) : null
  throw conflict('collision', { name: other?.name ?? '?' })
}
