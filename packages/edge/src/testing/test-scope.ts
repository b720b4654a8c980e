import { defaultBrand } from '@residency/brand'
import { logger } from '@residency/config'
import type { TenantRef } from '@residency/db'
import type { AccountActor } from '@residency/domain/context'
import { Scope, type ScopeFacts } from '../scope/index.ts'

const actor: AccountActor = {
  kind: 'account',
  accountId: '01900000-0000-7000-8000-0000000000aa',
  role: 'fan',
  name: 'Fan',
  email: 'fan@fan.example',
  sessionId: 'a'.repeat(64),
  authenticatedAt: new Date(0),
  hasSecondFactor: false,
}

interface More extends Partial<ScopeFacts> {
  /** Signed in with this role. */
  role?: AccountActor['role']
}

/** A request's scope as the server makes it, for tests of what stands behind the server. */
export function testScope(ref: TenantRef & { slug?: string }, { role, ...more }: More = {}): Scope {
  const slug = ref.slug ?? 'alpha'
  return new Scope({
    requestId: 'test-1',
    ref,
    tenant: {
      id: ref.tenantId,
      slug,
      name: slug,
      status: 'active',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'UTC',
      revision: 1,
      primaryHost: `${slug}.localhost`,
    },
    frame: {
      brand: defaultBrand('daylight', slug),
      logo: null,
      cover: null,
      icon: null,
      navigation: [],
      legal: [],
      hasAbout: false,
      hasEvents: false,
      hasFanClub: false,
      next: null,
      turnsAt: null,
      links: [],
      locales: ['en', 'es'],
      consent: { analytics: false, media: false, text: {}, version: 1 },
    },
    visitor: { sessionToken: null, mode: null, language: null, consent: null },
    session: role
      ? { actor: { ...actor, role }, locale: null, timeZone: null, expiresAt: new Date(Date.now() + 86_400_000), extended: false }
      : null,
    language: { locale: 'en', path: '/', prefixed: false },
    locale: 'en',
    nonce: 'nonce',
    publicOrigin: `http://${slug}.localhost`,
    address: '203.0.113.7',
    ipPrefix: '203.0.113.0/24',
    userAgent: null,
    region: null,
    knownBrowser: null,
    shared: false,
    isPaused: false,
    log: logger.child({}, { level: 'silent' }),
    ...more,
  })
}
