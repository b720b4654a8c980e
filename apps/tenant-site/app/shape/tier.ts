import { localize, type TenantContext } from '@residency/domain/context'
import type { TierFields, TierRecord } from '@residency/domain/fan-club'

export type Benefits = Omit<TierFields, 'name' | 'description' | 'priceMonthMinor' | 'priceYearMinor'>

/** A tier as pages show it, in the reader's language. Amounts stay in minor units. */
export interface TierView {
  id: string
  name: string
  description: string
  currency: string
  priceMonthMinor: number
  priceYearMinor: number | null
  benefits: Benefits
}

export const tierView = (ctx: TenantContext, tier: TierRecord): TierView => {
  const { id, currency, priceMonthMinor, priceYearMinor } = tier
  const { quality, earlyAccessHours, exclusives, downloads, messageQuota, backstage, adFree, seats } = tier
  return {
    id,
    name: localize(tier.name, ctx.locale, ctx.tenant.locale),
    description: localize(tier.description, ctx.locale, ctx.tenant.locale),
    currency,
    priceMonthMinor,
    priceYearMinor,
    benefits: { quality, earlyAccessHours, exclusives, downloads, messageQuota, backstage, adFree, seats },
  }
}
