import { RemixBrowser } from '@remix-run/react'
import type { PresetName } from '@residency/brand'
import { isLocale } from '@residency/i18n'
import { createBrowserI18n } from '@residency/i18n/browser'
import { I18nProvider } from '@residency/i18n/react'
import { loadPreset, PresetProvider } from '@residency/ui/presets'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ServerHeadProvider } from './document/head-context.tsx'

/** The page is readable before this runs; it fetches the texts and the one preset that the server used, then takes over. */
async function start(): Promise<void> {
  const { lang, dataset } = document.documentElement
  const namespaces = (dataset.texts ?? 'common site').split(' ') as Parameters<typeof createBrowserI18n>[1]
  const [i18n, preset] = await Promise.all([
    createBrowserI18n(isLocale(lang) ? lang : 'en', namespaces),
    loadPreset((dataset.preset ?? 'daylight') as PresetName),
  ])
  // What the server wrote into the head is kept, so that a document drawn anew (an error's) has its look and stays within the policy.
  const style = document.querySelector<HTMLStyleElement>('style[data-look]')
  const head = { css: style?.textContent ?? '', nonce: style?.nonce ?? '' }
  startTransition(() => {
    hydrateRoot(
      document,
      <ServerHeadProvider value={head}>
        <I18nProvider i18n={i18n}>
          <PresetProvider preset={preset}>
            <RemixBrowser />
          </PresetProvider>
        </I18nProvider>
      </ServerHeadProvider>,
    )
  })
}

void start()
