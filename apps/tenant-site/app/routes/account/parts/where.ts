import type { Device, Place } from '@residency/domain/sessions'
import { useLocale, useTranslation } from '@residency/i18n/react'

/** A browser and a place in words, as far as either is known. */
export function useWhere(): { device: (device: Pick<Device, 'browser' | 'system'>) => string; place: (place: Place) => string } {
  const { t } = useTranslation('account')
  const locale = useLocale()
  const regions = new Intl.DisplayNames([locale], { type: 'region' })
  return {
    device: ({ browser, system }) =>
      browser && system ? t('device.both', { browser, system }) : (browser ?? system ?? t('device.unknown')),
    place: ({ kind, network, region }) => {
      const from =
        kind === 'this' ? t('device.this') : kind === 'local' ? t('device.local') : network ? t('device.network', { network }) : ''
      return [region ? (regions.of(region) ?? region) : '', from].filter(Boolean).join(', ')
    },
  }
}
