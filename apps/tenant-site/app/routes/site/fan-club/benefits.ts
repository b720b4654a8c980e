import { useTranslation } from '@residency/i18n/react'
import type { Benefits } from '../../../shape/tier.ts'

/** What a tier gives, line by line, the most wanted first. */
export function useBenefits(): (benefits: Benefits) => string[] {
  const { t } = useTranslation('fanClub')
  return ({ quality, earlyAccessHours, exclusives, downloads, messageQuota, backstage, adFree, seats }) =>
    [
      t(`benefit.quality.${quality}`),
      earlyAccessHours > 0 && t('benefit.early', { count: earlyAccessHours }),
      exclusives && t('benefit.exclusives'),
      downloads !== 'none' && t(`benefit.downloads.${downloads}`),
      messageQuota > 0 && t('benefit.messages', { count: messageQuota }),
      backstage && t('benefit.backstage'),
      adFree && t('benefit.adFree'),
      seats > 1 && t('benefit.seats', { count: seats }),
    ].filter((line) => line !== false)
}
