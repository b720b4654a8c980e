import { locales } from '@residency/config'
import type { DownloadBenefit, Quality } from '@residency/db'
import { z } from 'zod'
import type { LocalizedText } from '../context/index.ts'

export interface TierRecord {
  id: string
  slug: string
  name: LocalizedText
  description: LocalizedText
  /** 1 is the lowest; a higher one has what a lower one has. */
  rank: number
  currency: string
  priceMonthMinor: number
  priceYearMinor: number | null
  quality: Quality
  earlyAccessHours: number
  exclusives: boolean
  downloads: DownloadBenefit
  messageQuota: number
  backstage: boolean
  adFree: boolean
  seats: number
  archivedAt: Date | null
  version: number
}

const words = (most: number) => z.partialRecord(z.enum(locales), z.string().trim().max(most))
const flag = z.union([z.boolean(), z.literal('on').transform(() => true), z.literal('').transform(() => false)]).default(false)

/** What the DJ says of a tier. Amounts are in minor units of the tenant's currency. */
export const tierFields = z.object({
  name: words(60).refine((texts) => Object.values(texts).some(Boolean), { message: 'field.required' }),
  description: words(600).default({}),
  priceMonthMinor: z.coerce.number().int().min(0).max(100_000_00),
  priceYearMinor: z
    .preprocess((given) => (given === '' ? null : given), z.coerce.number().int().min(0).max(1_000_000_00).nullable())
    .default(null),
  quality: z.enum(['aac128', 'aac256', 'aac320', 'lossless']),
  earlyAccessHours: z.coerce.number().int().min(0).max(720).default(0),
  exclusives: flag,
  downloads: z.enum(['none', 'mp3', 'original']).default('none'),
  messageQuota: z.coerce.number().int().min(0).max(1_000).default(0),
  backstage: flag,
  adFree: flag,
  seats: z.coerce.number().int().min(1).max(12).default(1),
})
export type TierFields = z.output<typeof tierFields>

/** The columns that a form may fill, each by its name: whatever else came with it stays outside. */
export const tierColumns = (fields: TierFields): TierFields => ({
  name: fields.name,
  description: fields.description,
  priceMonthMinor: fields.priceMonthMinor,
  priceYearMinor: fields.priceYearMinor,
  quality: fields.quality,
  earlyAccessHours: fields.earlyAccessHours,
  exclusives: fields.exclusives,
  downloads: fields.downloads,
  messageQuota: fields.messageQuota,
  backstage: fields.backstage,
  adFree: fields.adFree,
  seats: fields.seats,
})

export const tierSelect = {
  id: true,
  slug: true,
  name: true,
  description: true,
  rank: true,
  currency: true,
  priceMonthMinor: true,
  priceYearMinor: true,
  quality: true,
  earlyAccessHours: true,
  exclusives: true,
  downloads: true,
  messageQuota: true,
  backstage: true,
  adFree: true,
  seats: true,
  archivedAt: true,
  version: true,
} as const

/** A row as its record: the JSON columns hold what `tierFields` let in. */
export const tierRecord = (row: Omit<TierRecord, 'name' | 'description'> & { name: unknown; description: unknown }): TierRecord => ({
  ...row,
  name: row.name as LocalizedText,
  description: row.description as LocalizedText,
})
