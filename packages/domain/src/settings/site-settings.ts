import { isLocale, type Locale, locales } from '@residency/config'
import { raiseRevision, type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

const text = z
  .object(Object.fromEntries(locales.map((locale) => [locale, z.string().trim().max(600)])) as Record<Locale, z.ZodString>)
  .partial()

/** What the site asks its visitors' leave for. `version` rises with the wording: who agreed to an older one is asked again. */
export const consentChoicesSchema = z.object({
  analytics: z.boolean().default(false),
  media: z.boolean().default(false),
  text: text.default({}),
  version: z.number().int().positive().default(1),
})
export type ConsentChoices = z.output<typeof consentChoicesSchema>

export interface SiteSettings {
  /** Languages offered to fans; the tenant's own is always among them. */
  locales: Locale[]
  consent: ConsentChoices
  version: number
}

/** The site's settings inside a transaction; what is not set has its default. */
export async function readSiteSettings(db: TenantDb, own: Locale): Promise<SiteSettings> {
  const row = await db.siteSetting.findFirst()
  const offered = row ? row.locales.filter(isLocale) : [...locales]
  return {
    locales: locales.filter((locale) => locale === own || offered.includes(locale)),
    consent: consentChoicesSchema.parse(row?.consent ?? {}),
    version: row?.version ?? 0,
  }
}

/** Throws `unauthenticated`, `forbidden`. */
export async function getSiteSettings(ctx: TenantContext): Promise<SiteSettings> {
  requirePermission(ctx, 'settings.edit')
  return withTenant(ctx.ref, (db) => readSiteSettings(db, ctx.tenant.locale))
}

export const saveSiteSettingsSchema = z.object({
  expectedVersion: z.number().int().nonnegative(),
  locales: z.array(z.enum(locales)).min(1),
  consent: consentChoicesSchema.omit({ version: true }),
})

/** Saves languages and consent choices; a changed wording or choice asks visitors again. Throws `conflict` (collision), `forbidden`. */
export async function saveSiteSettings(given: TenantContext, input: z.output<typeof saveSiteSettingsSchema>): Promise<SiteSettings> {
  const ctx = requirePermission(given, 'settings.edit')
  return withTenant(ctx.ref, async (db) => {
    const before = await readSiteSettings(db, ctx.tenant.locale)
    if (before.version !== input.expectedVersion) throw conflict('collision', { name: '?' })
    const { version: wording, ...asked } = before.consent
    const changed = JSON.stringify(asked) !== JSON.stringify(input.consent)
    const consent: ConsentChoices = { ...input.consent, version: changed ? wording + 1 : wording }
    if (before.version === 0) await db.siteSetting.create({ data: { locales: input.locales, consent } })
    else {
      const { count } = await db.siteSetting.updateMany({
        where: { version: input.expectedVersion },
        data: { locales: input.locales, consent, version: { increment: 1 } },
      })
      if (count === 0) throw conflict('collision', { name: '?' })
    }
    await recordAudit(db, ctx, {
      action: 'settings.saved',
      subjectKind: 'settings',
      data: { locales: input.locales, analytics: consent.analytics, media: consent.media },
    })
    await raiseRevision(db)
    return readSiteSettings(db, ctx.tenant.locale)
  })
}
