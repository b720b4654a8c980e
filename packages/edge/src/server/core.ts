import { randomBytes } from 'node:crypto'
import { storageOrigin } from '@residency/integrations/storage'
import type { HeaderPair, PolicyOptions } from '../headers/index.ts'
import { contentSecurityPolicy, framedHeaders, securityHeaders, shareable } from '../headers/index.ts'
import { redisDirectory, TenantDirectory, trustedProxies } from '../hosts/index.ts'
import { RateLimits } from '../limits/index.ts'
import { Overload, RenderGate } from '../load/index.ts'
import { createMetrics, type Metrics } from '../metrics/index.ts'
import { type PageAsk, PageCache } from '../pages/index.ts'
import { Scope, type ScopeFacts, SiteFrames } from '../scope/index.ts'
import { pagePath, pathLanguage, sharedVisitor } from '../visitor/index.ts'
import { publicOrigin } from './origin.ts'
import { nextRequestId } from './request-id.ts'
import { snapshotOf } from './send.ts'
import type { SiteOptions } from './site-options.ts'

/** Everything a process of a site holds: made once, used by the quick way and the slow one. */
export interface SiteCore {
  options: SiteOptions
  directory: TenantDirectory
  trusts: (address: string) => boolean
  frames: SiteFrames
  pages: PageCache
  gate: RenderGate
  /** Pictures wait for each other, never a page for a picture. */
  fileGate: RenderGate
  overload: Overload
  limits: RateLimits
  metrics: Metrics
  security: HeaderPair[]
  /** TLS is what visitors see, whatever stands between. */
  isSecure: boolean
}

export function createCore(options: SiteOptions): SiteCore {
  const { env, log } = options
  const overload = new Overload()
  const core: SiteCore = {
    options,
    directory: new TenantDirectory({
      parents: [...new Set([env.TENANT_PARENT_DOMAIN, 'localhost', env.PLATFORM_DOMAIN])],
      shared: redisDirectory,
      log,
    }),
    trusts: trustedProxies(env.TRUSTED_PROXIES),
    frames: new SiteFrames(log),
    pages: new PageCache({ render: (ask) => renderShared(core, ask), isOverloaded: () => overload.isOverloaded, log }),
    gate: new RenderGate(),
    fileGate: new RenderGate({ capacity: 64, perTenant: 32 }),
    overload,
    limits: new RateLimits({ processes: env.PROCESSES }),
    metrics: createMetrics({ inFlight: () => overload.inFlight, cachedBytes: () => core.pages.bytes }),
    security: securityHeaders({ hsts: env.HSTS }),
    isSecure: env.PUBLIC_PROTOCOL === 'https',
  }
  return core
}

/** What every answer carries; less where other sites may frame a page. */
export const securityOf = ({ options, security }: SiteCore, path: string): HeaderPair[] =>
  options.mayBeFramed?.(path) ? framedHeaders(security) : security

/** What a page's policy depends on beside its inline scripts. */
export const policyOf = (core: SiteCore, path: string): PolicyOptions => ({
  secure: core.isSecure,
  connectTo: connectTo(core, path),
  mayBeFramed: core.options.mayBeFramed?.(path) ?? false,
})

/** Where the scripts of a page may send to beside their own origin. */
const connectTo = ({ options }: SiteCore, path: string): string[] => (options.mayUpload?.(path) ? [storageOrigin(options.env)] : [])

export const newNonce = (): string => randomBytes(16).toString('base64url')

/** Renders a page for everybody: without a session, an address or a browser, so that nothing of the first who asks can be in it. */
async function renderShared(core: SiteCore, ask: PageAsk) {
  const { options } = core
  const { record, ref } = ask.known
  const frame = await core.frames.get(ask.known)
  const origin = publicOrigin(options.env, record)
  const requestId = nextRequestId()
  const path = ask.target.split('?')[0] ?? '/'
  const language = pathLanguage(path, record.locale)
  const facts: ScopeFacts = {
    requestId,
    tenant: record,
    ref,
    frame,
    visitor: sharedVisitor(ask.visitor),
    session: null,
    language,
    locale: frame.locales.includes(language.locale) ? language.locale : record.locale,
    nonce: newNonce(),
    publicOrigin: origin,
    address: '',
    ipPrefix: null,
    userAgent: null,
    region: null,
    knownBrowser: null,
    shared: true,
    isPaused: record.status === 'suspended' && !options.isOpenWhileSuspended(language.path),
    log: options.log.child({ requestId, tenant: record.id }),
  }
  const scope = new Scope(facts)
  const request = new Request(`${origin}${ask.target}`, { headers: { host: new URL(origin).host } })
  const snapshot = await core.gate.run(record.id, async () => snapshotOf(await options.handler(request, { scope })))
  const headers: HeaderPair[] = [...snapshot.headers, ...securityOf(core, pagePath(path))]
  if (!isHtml(snapshot.headers)) return { snapshot: { ...snapshot, headers }, mayBeStored: scope.mayBeShared, turnsAt: frame.turnsAt }
  const page = shareable(snapshot.body.toString(), facts.nonce)
  const policy = contentSecurityPolicy(page, policyOf(core, pagePath(path)))
  return {
    snapshot: {
      status: snapshot.status,
      headers: [...headers, ['content-security-policy', policy] as const],
      body: Buffer.from(page.html),
    },
    mayBeStored: scope.mayBeShared,
    turnsAt: frame.turnsAt,
  }
}

const isHtml = (headers: readonly HeaderPair[]): boolean =>
  headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html'))
