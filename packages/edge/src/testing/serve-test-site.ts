import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { loadEnv, logger } from '@residency/config'
import { scopeOf } from '../scope/index.ts'
import { type RunningSite, type SiteOptions, serveSite } from '../server/index.ts'

export interface TestAnswer {
  status: number
  headers: IncomingHttpHeaders
  rawHeaders: string[]
  body: Buffer
  text: string
}

export interface Ask {
  host?: string
  method?: string
  headers?: Record<string, string | string[]>
  body?: string
  /** The Host line as it goes out, where the test is about it. */
  rawHeaders?: string[]
}

export interface TestSite extends RunningSite {
  ask: (path: string, more?: Ask) => Promise<TestAnswer>
  /** How often the app was asked to render. */
  rendered: () => number
}

/** Serves with an app of a few lines in place of the built one: what the server does around it is what the tests are about. */
export async function serveTestSite(handler: SiteOptions['handler'], more: Partial<SiteOptions> = {}): Promise<TestSite> {
  let rendered = 0
  const env = {
    ...loadEnv(),
    PORT: 0,
    METRICS_PORT: 0,
    HOST: '127.0.0.1',
    PUBLIC_PORT: undefined,
    TRUSTED_PROXIES: '',
    TENANT_PARENT_DOMAIN: 'localhost',
  }
  const site = await serveSite({
    env,
    log: logger.child({}, { level: 'silent' }),
    handler: (request, context) => {
      rendered += 1
      return handler(request, { ...context, scope: scopeOf(context) })
    },
    clientFolder: null,
    sharing: {
      isShared: (path) => ['/', '/mixes', '/broken'].includes(path),
      queryKeys: new Set(['page']),
      isIgnored: (key) => key.startsWith('utm_'),
    },
    areasWithoutLanguage: new Set(['studio']),
    isProvedOtherwise: (path) => path.startsWith('/webhooks/'),
    mostBodyBytes: () => 1_000,
    isOpenWhileSuspended: (path) => path === '/sign-in',
    isFile: (path) => path.startsWith('/media/'),
    moved: new Map([['/favicon.ico', '/icons/icon.png']]),
    ...more,
    ...(more.env ? { env: { ...env, ...more.env } } : {}),
  })
  return { ...site, ask: (path, options) => ask(site.port, path, options), rendered: () => rendered }
}

/** A request with every header as the test says: fetch would correct them. */
function ask(
  port: number,
  path: string,
  { host = 'alpha.localhost', method = 'GET', headers = {}, body, rawHeaders }: Ask = {},
): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const given = rawHeaders ?? { host, ...headers }
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers: given, setHost: false, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: bytes,
          text: bytes.toString(),
        })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}
