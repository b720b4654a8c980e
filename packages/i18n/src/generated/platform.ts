// Written by scripts/registry.ts from the files in locales/. Do not edit.
import type { Loaders } from '../browser/load.ts'

/** The platform's own site. Apart, so that none of it is ever built into a tenant's bundle. */
export const loaders: Loaders = {
  en: {
    common: () => import('../../locales/en/common.json'),
    errors: () => import('../../locales/en/errors.json'),
    platform: () => import('../../locales/en/platform.json'),
  },
  es: {
    common: () => import('../../locales/es/common.json'),
    errors: () => import('../../locales/es/errors.json'),
    platform: () => import('../../locales/es/platform.json'),
  },
  pt: {
    common: () => import('../../locales/pt/common.json'),
    errors: () => import('../../locales/pt/errors.json'),
    platform: () => import('../../locales/pt/platform.json'),
  },
  fr: {
    common: () => import('../../locales/fr/common.json'),
    errors: () => import('../../locales/fr/errors.json'),
    platform: () => import('../../locales/fr/platform.json'),
  },
}
