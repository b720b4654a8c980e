import type { TierFields } from './tier-record.ts'

type Template = { key: string; tiers: { key: string; fields: Omit<TierFields, 'name' | 'description'> }[] }

const plain = {
  earlyAccessHours: 0,
  exclusives: false,
  downloads: 'none',
  messageQuota: 0,
  backstage: false,
  adFree: true,
  seats: 1,
} as const

/** Ready-made fan clubs (product.md, part 7); their words are texts of the namespace `fanClub` under the same keys. Prices in minor units. */
export const tierTemplates: readonly Template[] = [
  {
    key: 'circle',
    tiers: [
      {
        key: 'regular',
        fields: { ...plain, priceMonthMinor: 500, priceYearMinor: 5000, quality: 'aac256', earlyAccessHours: 24, exclusives: true },
      },
      {
        key: 'royalty',
        fields: {
          ...plain,
          priceMonthMinor: 1500,
          priceYearMinor: 15000,
          quality: 'aac320',
          earlyAccessHours: 48,
          exclusives: true,
          downloads: 'mp3',
          messageQuota: 2,
        },
      },
      {
        key: 'innerCircle',
        fields: {
          ...plain,
          priceMonthMinor: 5000,
          priceYearMinor: 50000,
          quality: 'lossless',
          earlyAccessHours: 48,
          exclusives: true,
          downloads: 'original',
          messageQuota: 5,
          backstage: true,
        },
      },
    ],
  },
  {
    key: 'supporters',
    tiers: [
      {
        key: 'supporter',
        fields: { ...plain, priceMonthMinor: 500, priceYearMinor: 5000, quality: 'aac256', earlyAccessHours: 24, exclusives: true },
      },
      {
        key: 'superfan',
        fields: {
          ...plain,
          priceMonthMinor: 1000,
          priceYearMinor: 10000,
          quality: 'lossless',
          earlyAccessHours: 48,
          exclusives: true,
          downloads: 'mp3',
          messageQuota: 5,
          backstage: true,
        },
      },
    ],
  },
  {
    key: 'premium',
    tiers: [
      { key: 'student', fields: { ...plain, priceMonthMinor: 499, priceYearMinor: null, quality: 'aac320', downloads: 'mp3' } },
      { key: 'premium', fields: { ...plain, priceMonthMinor: 999, priceYearMinor: 9990, quality: 'lossless', downloads: 'mp3' } },
      {
        key: 'family',
        fields: { ...plain, priceMonthMinor: 1499, priceYearMinor: 14990, quality: 'lossless', downloads: 'mp3', seats: 6 },
      },
    ],
  },
]
