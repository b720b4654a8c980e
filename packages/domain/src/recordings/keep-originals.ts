import { locales } from '@residency/config'
import { type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

export const keepOriginalsSchema = z.object({
  /** Days after a recording is ready; null keeps originals for good. */
  days: z.number().int().min(1).max(3650).nullable(),
})

/** Days that originals are kept; null: for good. */
export const readOriginalsKeptDays = async (db: TenantDb): Promise<number | null> =>
  (await db.siteSetting.findFirst({ select: { originalsKeptDays: true } }))?.originalsKeptDays ?? null

/** What happens to originals once a recording is ready. Throws `unauthenticated`, `forbidden`. */
export async function getOriginalsSetting(given: TenantContext): Promise<{ days: number | null }> {
  const ctx = requirePermission(given, 'catalogue.edit')
  return { days: await withTenant(ctx.ref, readOriginalsKeptDays) }
}

/** Decides it. Originals are deleted by the next sweep after their time, never at once. Throws `unauthenticated`, `forbidden`. */
export async function keepOriginals(given: TenantContext, input: z.output<typeof keepOriginalsSchema>): Promise<void> {
  const ctx = requirePermission(given, 'settings.edit')
  const { days } = input
  await withTenant(ctx.ref, async (db) => {
    const before = await readOriginalsKeptDays(db)
    const { count } = await db.siteSetting.updateMany({ data: { originalsKeptDays: days } })
    // Every language, as for a site that has set nothing.
    if (count === 0) await db.siteSetting.create({ data: { locales: [...locales], originalsKeptDays: days } })
    await recordAudit(db, ctx, { action: 'settings.originalsKept', subjectKind: 'settings', data: { before, days } })
  })
}
