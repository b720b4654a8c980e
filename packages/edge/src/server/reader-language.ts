import type { IncomingMessage } from 'node:http'
import { type Locale, locales } from '@residency/config'
import type { TenantRecord } from '@residency/domain/context'
import { negotiate } from '@residency/i18n'
import { pathLanguage, visitorOf } from '../visitor/index.ts'

/**
 * The language to refuse in, found without asking anybody: the path's; at the root of a site that is known, the site's own;
 * in an area whose paths have none, and where nobody knows whose site it is, the cookie's or the browser's.
 */
export function readerLanguage(
  request: IncomingMessage,
  tenant: Pick<TenantRecord, 'locale'> | undefined,
  areasWithoutLanguage: ReadonlySet<string>,
): Locale {
  const language = pathLanguage(request.url?.split('?')[0] ?? '/', tenant?.locale ?? 'en')
  if (language.prefixed) return language.locale
  const area = language.path.split('/')[1] ?? ''
  if (tenant && !areasWithoutLanguage.has(area)) return tenant.locale
  return visitorOf(request.headers.cookie).language ?? negotiate(request.headers['accept-language'], locales, tenant?.locale ?? 'en')
}
