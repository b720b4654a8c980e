import { limits } from '@residency/config'
import type { TenantDb } from '@residency/db'
import { z } from 'zod'

const entitlementsSchema = z.object({
  storageBytes: z.number().int().positive().default(limits.storageBytes),
  uploadsPerHour: z.number().int().positive().default(limits.uploadsPerHour),
})

/** What a tenant's licence allows; what it does not say has its default. */
export type Entitlements = z.output<typeof entitlementsSchema>

export async function readEntitlements(db: TenantDb): Promise<Entitlements> {
  const tenant = await db.tenant.findFirst({ select: { entitlements: true } })
  return entitlementsSchema.parse(tenant?.entitlements ?? {})
}
