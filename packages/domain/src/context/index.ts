import type { Locale, Logger } from '@residency/config'
import type { TenantRef } from '@residency/db'

export { sitePath, siteUrl } from './site-url.ts'

/** The cached record of a tenant: what root and layout loaders may use without a query. */
export interface TenantRecord {
  id: string
  slug: string
  name: string
  status: 'trial' | 'active' | 'grace' | 'suspended' | 'closed'
  locale: Locale
  currency: string
  timeZone: string
  /** Part of every cache key; raised by whatever changes what everybody sees. */
  revision: number
  primaryHost: string
}

export const crewRoles = ['moderator', 'editor', 'admin', 'owner'] as const
export type CrewRole = (typeof crewRoles)[number]
export type AccountRole = 'fan' | CrewRole

export type Actor =
  | { kind: 'anonymous' }
  | {
      kind: 'account'
      accountId: string
      role: AccountRole
      name: string
      email: string
      sessionId: string
      authenticatedAt: Date
      hasSecondFactor: boolean
    }
  | { kind: 'system' }

/** What every verb gets first. Made by the edge (request), the worker (job) or the command line; never by hand in domain code. */
export interface TenantContext<A extends Actor = Actor> {
  ref: TenantRef
  tenant: TenantRecord
  actor: A
  locale: Locale
  requestId: string
  /** The caller's address cut to /24 or /48, for audit and counting. */
  ipPrefix: string | null
  userAgent: string | null
  /** Country (ISO 3166-1 alpha-2) that a named proxy or the browser's own language setting tells. A hint, never an address looked up. */
  region?: string | null
  /** What the browser says of having been signed in with before (domain/sessions/known-browser.ts). */
  unverifiedBrowser?: string | null
  now: () => Date
  log: Logger
}

export type AccountActor = Extract<Actor, { kind: 'account' }>
export type AccountContext = TenantContext<AccountActor>

/** Platform verbs: another database role, a reason and an audit row in the same transaction. */
export interface OperatorContext {
  operatorId: string
  name: string
  sessionId: string
  requestId: string
  reason: string
  now: () => Date
  log: Logger
}

/** A text in the DJ's languages. */
export type LocalizedText = Partial<Record<Locale, string>>

/** The text for a reader: their language, else the tenant's, else any there is, else ''. */
export function localize(text: LocalizedText | null | undefined, locale: Locale, fallback: Locale): string {
  if (!text) return ''
  return text[locale] || text[fallback] || Object.values(text).find(Boolean) || ''
}
