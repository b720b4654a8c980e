import { isLocale } from '@residency/i18n'
import { createBrowserI18n } from '@residency/i18n/browser'
import { I18nProvider, useTranslation } from '@residency/i18n/react'
import { type ReactNode, useEffect, useState } from 'react'

/** A document lives through a change of language while something plays: its texts are fetched in the new one and take the place of the old. */
export function ShownLanguage({ locale, children }: { locale: string | undefined; children: ReactNode }) {
  const { i18n: first } = useTranslation('site')
  const [shown, setShown] = useState(first)
  useEffect(() => {
    if (!locale || !isLocale(locale) || locale === shown.language) return
    let wanted = true
    // A choice that can't be kept still holds for this visit.
    fetch('/preferences/language', { method: 'POST', body: new URLSearchParams({ language: locale }) }).catch(() => undefined)
    const { texts = 'common errors site account' } = document.documentElement.dataset
    createBrowserI18n(locale, texts.split(' ') as Parameters<typeof createBrowserI18n>[1]).then(
      (made) => {
        if (wanted) setShown(made)
      },
      // Without its texts the page would stay in two languages: a new document asks again.
      () => location.reload(),
    )
    return () => {
      wanted = false
    }
  }, [locale, shown])
  return <I18nProvider i18n={shown}>{children}</I18nProvider>
}
