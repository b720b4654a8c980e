import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { type Env, isLocale, type Logger, limits } from '@residency/config'
import { type OperatorRequest, validateOperatorSession } from '@residency/domain/operators'
import { contentSecurityPolicy, isSameOrigin, securityHeaders } from '@residency/edge/headers'
import { arrivalOf, ipPrefixOf, trustedProxies } from '@residency/edge/hosts'
import { countingAddress, RateLimits } from '@residency/edge/limits'
import { createMetrics, serveMetrics } from '@residency/edge/metrics'
import { closeDatabase, closeRedis, databaseAnswers } from '@residency/edge/server'
import { readCookie } from '@residency/edge/visitor'
import { negotiate } from '@residency/i18n'
import { errorText } from '@residency/i18n/server'
import express, { type Request, type RequestHandler } from 'express'
import { operatorCookieName } from '../app/operator-cookie.ts'
import type { PlatformContext } from '../app/platform-request.ts'

declare module '@remix-run/node' {
  interface AppLoadContext extends Partial<PlatformContext> {
    nonce?: string
  }
}

const folder = new URL('../', import.meta.url)

async function remixApp(env: Env): Promise<{ build: () => Promise<ServerBuild>; files: RequestHandler; close: () => Promise<void> }> {
  if (env.NODE_ENV !== 'development') {
    const build: ServerBuild = await import(new URL('build/server/index.js', folder).href)
    const client = new URL('build/client', folder).pathname
    return {
      build: async () => build,
      files: express.static(client, { immutable: true, maxAge: '1y', index: false }),
      close: async () => undefined,
    }
  }
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: folder.pathname,
    configFile: new URL('vite.config.ts', folder).pathname,
    // A port of its own for reloads: the tenant sites' server has Vite's usual one.
    server: { middlewareMode: true, hmr: { port: 24_679 } },
  })
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    files: vite.middlewares as RequestHandler,
    close: () => vite.close(),
  }
}

/** The platform's own host: prices for DJs, and the operator's console. Apart from the tenants' sites in process, cookie and database role. */
export async function servePlatform(env: Env, log: Logger): Promise<{ server: Server; close: () => Promise<void> }> {
  const { build, files, close } = await remixApp(env)
  const secure = env.PUBLIC_PROTOCOL === 'https'
  const headers = securityHeaders({ hsts: env.HSTS })
  const trusts = trustedProxies(env.TRUSTED_PROXIES)
  const limiter = new RateLimits({ processes: env.PROCESSES })
  const metrics = createMetrics({ inFlight: () => 0, cachedBytes: () => 0 })
  const app = express()
  app.disable('x-powered-by')
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'))
  app.get('/readyz', async (_request, response) => {
    const [app_, platform] = await Promise.all([databaseAnswers('app'), databaseAnswers('platform')])
    response.status(app_ && platform ? 200 : 503).json({ ready: app_ && platform })
  })
  app.use((request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const read = request.method === 'GET' || request.method === 'HEAD'
    if (!read && !isSameOrigin(request.headers.origin, request.headers.host, { secure })) return void response.status(403).end()
    // Browsers say how long a form is. Without that a body could go on for ever.
    if (!read && request.headers['content-length'] === undefined) return void response.status(411).end()
    if (Number(request.headers['content-length'] ?? 0) > limits.requestBodyBytes) return void response.status(413).end()
    next()
  })
  app.use(files)
  app.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    limiter.takeOnPlatform(countingAddress(arrivalOf(request, trusts).address)).then(
      () => next(),
      () =>
        void response
          .status(429)
          .set('Retry-After', '60')
          .type('text')
          .send(errorText(negotiate(request.headers['accept-language'], ['en', 'es', 'pt', 'fr'], 'en'), 'too_many', { seconds: 60 })),
    )
  })
  app.use(async (request, response, next) => {
    try {
      const nonce = randomBytes(16).toString('base64url')
      const platform = await platformRequest(request)
      response.setHeader('content-security-policy', contentSecurityPolicy({ nonce }, { secure }))
      response.setHeader('cache-control', 'no-store')
      response.setHeader('x-request-id', platform.request.requestId)
      const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response
      // Cookies are known once the action has run, which is before the head is written.
      response.writeHead = ((...args: unknown[]) => {
        if (platform.cookies.length > 0) response.setHeader('set-cookie', platform.cookies)
        platform.request.log.info(
          { method: request.method, path: request.path, status: args[0], actor: platform.session?.operatorId ?? null },
          'request',
        )
        metrics.requests.inc({ kind: 'platform', status: String(args[0]) })
        return writeHead(...args)
      }) as typeof response.writeHead
      const handler = createRequestHandler({ build: await build(), mode: env.NODE_ENV, getLoadContext: () => ({ platform, nonce }) })
      await handler(request, response, next)
    } catch (error) {
      next(error)
    }
  })

  async function platformRequest(request: Request): Promise<PlatformContext['platform']> {
    const requestId = randomUUID()
    const { address } = arrivalOf(request, trusts)
    const facts: OperatorRequest = {
      requestId,
      ipPrefix: ipPrefixOf(address),
      userAgent: request.headers['user-agent'] ?? null,
      now: () => new Date(),
      log: log.child({ requestId }),
    }
    const token = readCookie(request.headers.cookie, operatorCookieName)
    const session = token ? await validateOperatorSession(token, facts.now()) : null
    const first = request.path.split('/')[1]
    const asked = isLocale(first)
      ? first
      : request.path === '/'
        ? 'en'
        : negotiate(request.headers['accept-language'], ['en', 'es', 'pt', 'fr'], 'en')
    return { request: facts, session, locale: asked, cookies: [] }
  }

  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(env.PLATFORM_PORT, env.HOST, () => resolve(listening))
    listening.once('error', reject)
  })
  const figures = await serveMetrics(metrics.registry, env.METRICS_PORT, env.HOST)
  log.info({ port: env.PLATFORM_PORT }, 'serving the platform')
  return {
    server,
    close: async () => {
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), limits.drainMs)
        server.close(() => {
          clearTimeout(late)
          resolve()
        })
        server.closeIdleConnections()
      })
      figures.close()
      closeRedis()
      await Promise.all([close(), closeDatabase()])
    },
  }
}
