import { limits } from '@residency/config'

/** `__Host-`: Secure, this host alone, path `/`. A sibling subdomain can neither read nor plant it. */
export const sessionCookieName = '__Host-session'
export const sessionMaxAgeSeconds = limits.sessionDays * 24 * 60 * 60
