import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import { type Env, type Logger, limits } from '@residency/config'
import { contentSecurityPolicy, isSameOrigin, securityHeaders } from '@residency/edge/headers'
import { arrivalOf, trustedProxies } from '@residency/edge/hosts'
import { countingAddress, RateLimits } from '@residency/edge/limits'
import { createMetrics, serveMetrics } from '@residency/edge/metrics'
import { isUnavailable } from '@residency/edge/routes'
import { answerPlainly, closeDatabase, closeRedis, databaseAnswers } from '@residency/edge/server'
import { errorText } from '@residency/i18n/server'
import express, { type Request, type RequestHandler, type Response } from 'express'
import type { PlatformContext } from '../app/platform-request.ts'
import { localeOf, newRequestId, platformRequests } from './platform-request.ts'
import { type RemixApp, remixApp } from './remix.ts'

declare module '@remix-run/node' {
  interface AppLoadContext extends Partial<PlatformContext> {
    nonce?: string
  }
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/** The platform's own host: prices for DJs, and the operator's console. Apart from the tenants' sites in process, cookie and database role. */
export async function servePlatform(
  env: Env,
  log: Logger,
  remix: RemixApp | Promise<RemixApp> = remixApp(env),
): Promise<{ server: Server; close: () => Promise<void> }> {
  const { build, serveFiles, close } = await remix
  const secure = env.PUBLIC_PROTOCOL === 'https'
  const headers = securityHeaders({ hsts: env.HSTS })
  const metrics = createMetrics({ inFlight: () => 0, cachedBytes: () => 0 })
  const resolve = platformRequests(env, log)
  const app = express()
  const server = createServer(app)
  app.disable('x-powered-by')
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'))
  app.get('/readyz', async (_request, response) => {
    const [app_, platform] = await Promise.all([databaseAnswers('app'), databaseAnswers('platform')])
    response.status(app_ && platform ? 200 : 503).json({ ready: app_ && platform })
  })
  app.use((request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    if (!isRead(request) && !isSameOrigin(request.headers.origin, request.headers.host, { secure })) return void response.status(403).end()
    // Browsers say how long a form is. Without that a body could go on for ever.
    if (!isRead(request) && request.headers['content-length'] === undefined) return void response.status(411).end()
    if (Number(request.headers['content-length'] ?? 0) > limits.requestBodyBytes) return void response.status(413).end()
    next()
  })
  await serveFiles(app, server)
  app.use(limitTries(env))
  app.use(async (request, response) => {
    const requestId = newRequestId()
    try {
      const platform = await resolve(request, requestId)
      const nonce = randomBytes(16).toString('base64url')
      response.setHeader('content-security-policy', contentSecurityPolicy({ nonce }, { secure }))
      response.setHeader('cache-control', 'no-store')
      response.setHeader('x-request-id', requestId)
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
      await handler(request, response, (error) => refuse(request, response, error, requestId))
    } catch (error) {
      refuse(request, response, error, requestId)
    }
  })

  /** A page that needs neither database nor rendering: nobody can be recognised, or the page could not even be begun. */
  function refuse(request: Request, response: Response, error: unknown, requestId: string): void {
    const status = isUnavailable(error) ? 503 : 500
    log.error({ err: error, requestId, status }, 'a request failed')
    metrics.requests.inc({ kind: 'refused', status: String(status) })
    answerPlainly(response, 'failed', headers, { status, locale: localeOf(request), requestId, head: request.method === 'HEAD' })
  }

  await new Promise<void>((listening, reject) => {
    server.once('error', reject)
    server.listen(env.PLATFORM_PORT, env.HOST, listening)
  })
  const figures = await serveMetrics(metrics.registry, env.METRICS_PORT, env.HOST)
  log.info({ port: env.PLATFORM_PORT }, 'serving the platform')
  return {
    server,
    close: async () => {
      await new Promise<void>((ended) => {
        const late = setTimeout(() => server.closeAllConnections(), limits.drainMs)
        server.close(() => {
          clearTimeout(late)
          ended()
        })
        server.closeIdleConnections()
      })
      figures.close()
      closeRedis()
      await Promise.all([close(), closeDatabase()])
    },
  }
}

/** What changes something is counted by address. */
function limitTries(env: Env): RequestHandler {
  const limiter = new RateLimits({ processes: env.PROCESSES })
  const trusts = trustedProxies(env.TRUSTED_PROXIES)
  return (request, response, next) => {
    if (isRead(request)) return next()
    limiter.takeOnPlatform(countingAddress(arrivalOf(request, trusts).address)).then(
      () => next(),
      () =>
        void response
          .status(429)
          .set('Retry-After', '60')
          .type('text')
          .send(errorText(localeOf(request), 'too_many', { seconds: 60 })),
    )
  }
}
