// Written by scripts/registry.ts from the files in locales/. Do not edit.
import type { Loaders } from '../browser/load.ts'

/** One chunk a language and namespace, fetched when asked for. */
export const loaders: Loaders = {
  en: {
    account: () => import('../../locales/en/account.json'),
    common: () => import('../../locales/en/common.json'),
    errors: () => import('../../locales/en/errors.json'),
    mail: () => import('../../locales/en/mail.json'),
    site: () => import('../../locales/en/site.json'),
    studio: () => import('../../locales/en/studio.json'),
    studioBrand: () => import('../../locales/en/studioBrand.json'),
    studioCrew: () => import('../../locales/en/studioCrew.json'),
    studioMedia: () => import('../../locales/en/studioMedia.json'),
    studioPages: () => import('../../locales/en/studioPages.json'),
  },
  es: {
    account: () => import('../../locales/es/account.json'),
    common: () => import('../../locales/es/common.json'),
    errors: () => import('../../locales/es/errors.json'),
    mail: () => import('../../locales/es/mail.json'),
    site: () => import('../../locales/es/site.json'),
    studio: () => import('../../locales/es/studio.json'),
    studioBrand: () => import('../../locales/es/studioBrand.json'),
    studioCrew: () => import('../../locales/es/studioCrew.json'),
    studioMedia: () => import('../../locales/es/studioMedia.json'),
    studioPages: () => import('../../locales/es/studioPages.json'),
  },
  pt: {
    account: () => import('../../locales/pt/account.json'),
    common: () => import('../../locales/pt/common.json'),
    errors: () => import('../../locales/pt/errors.json'),
    mail: () => import('../../locales/pt/mail.json'),
    site: () => import('../../locales/pt/site.json'),
    studio: () => import('../../locales/pt/studio.json'),
    studioBrand: () => import('../../locales/pt/studioBrand.json'),
    studioCrew: () => import('../../locales/pt/studioCrew.json'),
    studioMedia: () => import('../../locales/pt/studioMedia.json'),
    studioPages: () => import('../../locales/pt/studioPages.json'),
  },
  fr: {
    account: () => import('../../locales/fr/account.json'),
    common: () => import('../../locales/fr/common.json'),
    errors: () => import('../../locales/fr/errors.json'),
    mail: () => import('../../locales/fr/mail.json'),
    site: () => import('../../locales/fr/site.json'),
    studio: () => import('../../locales/fr/studio.json'),
    studioBrand: () => import('../../locales/fr/studioBrand.json'),
    studioCrew: () => import('../../locales/fr/studioCrew.json'),
    studioMedia: () => import('../../locales/fr/studioMedia.json'),
    studioPages: () => import('../../locales/fr/studioPages.json'),
  },
}
