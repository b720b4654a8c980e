import type { InitOptions } from 'i18next'
import type { Locale } from './locale.ts'

/** What every instance has in common, on the server and in the browser, so that both render the same text. */
export const sharedOptions = (locale: Locale, namespaces: readonly string[]) =>
  ({
    lng: locale,
    supportedLngs: [locale],
    // One language is loaded, never a second to fall back on: scripts/check.ts keeps all four complete.
    fallbackLng: false,
    ns: [...namespaces],
    defaultNS: 'common',
    returnNull: false,
    // React and React Email escape; whoever writes markup by hand must do it there.
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  }) satisfies InitOptions & { showSupportNotice?: boolean }
