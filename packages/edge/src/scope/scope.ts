import type { Locale, Logger } from '@residency/config'
import type { TenantRef } from '@residency/db'
import type { Actor, TenantContext, TenantRecord } from '@residency/domain/context'
import type { ValidSession } from '@residency/domain/sessions'
import type { SiteFrame } from '@residency/domain/site'
import type { PathLanguage, Visitor } from '../visitor/index.ts'

export interface ScopeFacts {
  requestId: string
  tenant: TenantRecord
  ref: TenantRef
  frame: SiteFrame
  visitor: Visitor
  session: ValidSession | null
  language: PathLanguage
  locale: Locale
  /** Marks our own inline scripts and styles; a shared page has it replaced by hashes. */
  nonce: string
  /** `https://danny.example`: the primary host, whatever host was asked. */
  publicOrigin: string
  address: string
  ipPrefix: string | null
  userAgent: string | null
  region: string | null
  /** Unverified: what the browser says of having been signed in with before. Null in a shared answer. */
  knownBrowser: string | null
  /** The answer is for everybody: nothing in it may come from the person who happens to ask first. */
  shared: boolean
  /** The site is suspended and this page is not one of those that stay open. */
  isPaused: boolean
  log: Logger
}

/** Everything a request is allowed to know, found out once (getLoadContext). Loaders and actions reach it through the builders alone. */
export class Scope {
  readonly facts: Readonly<ScopeFacts>
  readonly #cookies: string[] = []
  #private = false

  constructor(facts: ScopeFacts) {
    this.facts = Object.freeze(facts)
  }

  get actor(): Actor {
    return this.facts.session?.actor ?? { kind: 'anonymous' }
  }

  /** The language is one the DJ offers. */
  get isOffered(): boolean {
    return !this.facts.language.prefixed || this.facts.frame.locales.includes(this.facts.language.locale)
  }

  /** What verbs get. */
  get context(): TenantContext {
    const { ref, tenant, locale, requestId, ipPrefix, userAgent, region, knownBrowser: unverifiedBrowser, log } = this.facts
    return { ref, tenant, actor: this.actor, locale, requestId, ipPrefix, userAgent, region, unverifiedBrowser, now: () => new Date(), log }
  }

  /** Sent with the answer, whatever it turns out to be. Makes the answer this visitor's own. */
  setCookie(cookie: string): void {
    this.#cookies.push(cookie)
    this.#private = true
  }

  get cookies(): readonly string[] {
    return this.#cookies
  }

  /** Keeps the answer out of every shared cache: a draft, or what must be asked anew each time. */
  keepPrivate(): void {
    this.#private = true
  }

  get mayBeShared(): boolean {
    return this.facts.shared && !this.#private
  }
}

/** The scope in a Remix load context. Throws where there is none: an app that forgot its getLoadContext must not serve. */
export function scopeOf(context: object): Scope {
  const scope: unknown = Reflect.get(context, 'scope')
  if (!(scope instanceof Scope)) throw new Error('This route was called without the scope of a request')
  return scope
}
