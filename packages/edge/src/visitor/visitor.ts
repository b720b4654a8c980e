import { isLocale, type Locale } from '@residency/config'
import { cookieNames, readCookie } from './cookies.ts'

export type ChosenMode = 'dark' | 'light' | 'auto'

/** What a visitor's cookies say, checked: everything a page may depend on beside its address. */
export interface Visitor {
  /** Unverified: only the database knows whose it is. */
  sessionToken: string | null
  mode: ChosenMode | null
  language: Locale | null
  consent: Consent | null
}

/** What was agreed to, and to which wording. */
export interface Consent {
  version: number
  analytics: boolean
  media: boolean
  /** Random, so that a later choice of the same visitor is known to be theirs. Null where an account answered. */
  visitorId: string | null
}

const nobody: Visitor = Object.freeze({ sessionToken: null, mode: null, language: null, consent: null })

const isMode = (value: string | undefined): value is ChosenMode => value === 'dark' || value === 'light' || value === 'auto'

export function visitorOf(cookieHeader: string | undefined): Visitor {
  if (!cookieHeader) return nobody
  const mode = readCookie(cookieHeader, cookieNames.mode)
  const language = readCookie(cookieHeader, cookieNames.language)
  return {
    sessionToken: readCookie(cookieHeader, cookieNames.session) || null,
    mode: isMode(mode) ? mode : null,
    language: isLocale(language) ? language : null,
    consent: parseConsent(readCookie(cookieHeader, cookieNames.consent)),
  }
}

const consentShape = /^(\d{1,4})\.(a?)(m?)(?:\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))?$/

/** `<version>`, a letter for each thing agreed to, and the visitor's id: `2.a`, `2.am.<uuid>`, `2.`. */
function parseConsent(value: string | undefined): Consent | null {
  const parts = consentShape.exec(value ?? '')
  return parts ? { version: Number(parts[1]), analytics: parts[2] === 'a', media: parts[3] === 'm', visitorId: parts[4] ?? null } : null
}

const agreed = (consent: Consent): string => `${consent.version}.${consent.analytics ? 'a' : ''}${consent.media ? 'm' : ''}`
export const consentValue = (consent: Consent): string => (consent.visitorId ? `${agreed(consent)}.${consent.visitorId}` : agreed(consent))

/** The part of a visitor that a shared page may depend on, for cache keys. */
export const variantOf = (visitor: Visitor): string => `${visitor.mode ?? ''}|${visitor.consent ? agreed(visitor.consent) : ''}`

/** The same part, as a visitor: what a shared page is made for. */
export const sharedVisitor = ({ mode, consent }: Visitor): Visitor => ({
  sessionToken: null,
  language: null,
  mode,
  consent: consent ? { ...consent, visitorId: null } : null,
})
