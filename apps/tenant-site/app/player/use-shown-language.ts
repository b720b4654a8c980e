import { isLocale } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { useEffect } from 'react'

/** A document lives through a change of language while something plays: its texts are fetched in the new one, then change. */
export function useShownLanguage(locale: string | undefined): void {
  const { i18n } = useTranslation('site')
  useEffect(() => {
    if (locale && isLocale(locale) && i18n.language !== locale) void i18n.changeLanguage(locale)
  }, [i18n, locale])
}
