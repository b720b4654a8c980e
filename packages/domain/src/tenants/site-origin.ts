import { loadEnv } from '@residency/config'

/** `https://danny.example`: what links in mails and feeds begin with. The host is the tenant's primary one of this moment, never a request's. */
export function siteOrigin(primaryHost: string): string {
  const { PUBLIC_PROTOCOL, PUBLIC_PORT } = loadEnv()
  const usual = PUBLIC_PROTOCOL === 'https' ? 443 : 80
  return `${PUBLIC_PROTOCOL}://${primaryHost}${PUBLIC_PORT && PUBLIC_PORT !== usual ? `:${PUBLIC_PORT}` : ''}`
}
