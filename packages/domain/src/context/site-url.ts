import { type Locale, loadEnv } from '@residency/config'

/** A page's path in a language: the tenant's own has none in its path. `path` starts with a slash, or is empty. */
export function sitePath(tenant: { locale: Locale }, path: string, locale: Locale = tenant.locale): string {
  return locale === tenant.locale ? path : `/${locale}${path === '/' ? '' : path}`
}

/** A page's full address on the tenant's primary host of this moment, never a request's: for mails, feeds and whatever leaves the site. */
export function siteUrl(tenant: { primaryHost: string; locale: Locale }, path: string, locale: Locale = tenant.locale): string {
  const { PUBLIC_PROTOCOL, PUBLIC_PORT } = loadEnv()
  const usual = PUBLIC_PROTOCOL === 'https' ? 443 : 80
  const port = PUBLIC_PORT && PUBLIC_PORT !== usual ? `:${PUBLIC_PORT}` : ''
  return `${PUBLIC_PROTOCOL}://${tenant.primaryHost}${port}${sitePath(tenant, path, locale)}`
}
