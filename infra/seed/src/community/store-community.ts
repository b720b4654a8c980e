import type { OwnerDb } from '@residency/db/owner'
import type { DemoTenant } from '../content/types.ts'
import { imagineCommunity } from './imagine-community.ts'

/** Likes, follows and pinned comments of the demo's fans, so that a mix's page is not silent. What exists is left as it is. */
export async function storeCommunity(db: OwnerDb, tenantId: string, tenant: DemoTenant, today: Date): Promise<void> {
  const { likes, comments, follows } = imagineCommunity(tenant, today)
  const own = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, tenantId }))
  await db.mixLike.createMany({ skipDuplicates: true, data: own(likes) })
  await db.mixComment.createMany({ skipDuplicates: true, data: own(comments) })
  await db.follow.createMany({ skipDuplicates: true, data: own(follows) })
}
