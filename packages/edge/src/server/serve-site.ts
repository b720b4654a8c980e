import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { limits } from '@residency/config'
import { closeDatabase, databaseAnswers, listenForRevisions, type RevisionListener } from '@residency/db'
import { closeRedis, redisAnswers } from '@residency/integrations/redis'
import { closeStorage, storageAnswers } from '@residency/integrations/storage'
import express, { type Express } from 'express'
import { serveMetrics } from '../metrics/index.ts'
import { createPlaysDoor } from '../plays/index.ts'
import { countApiWith } from '../routes/index.ts'
import { createStreamDoor } from '../stream/index.ts'
import { createAssets } from './assets.ts'
import { createCore, type SiteCore } from './core.ts'
import { createFastPath } from './fast-path.ts'
import { createHandler } from './handle.ts'
import type { SiteOptions } from './site-options.ts'

export interface ServeOptions extends SiteOptions {
  /** The folder of the built client; null where a development server gives the files. */
  clientFolder: string | null
  /** Comes before everything of ours: the development server. It speaks to browsers through the site's own server. */
  before?: (app: Express, server: Server) => Promise<void>
}

export interface RunningSite {
  core: SiteCore
  server: Server
  port: number
  /** Refuses new work, lets what runs end, closes everything. */
  close: () => Promise<void>
}

/** Serves tenants' sites: health, files, then the tenants. Resolves when it listens. */
export async function serveSite(options: ServeOptions): Promise<RunningSite> {
  const { env, log } = options
  const core = createCore(options)
  countApiWith(core.limits)
  const revisions = listenForRevisions({
    onChange: (tenantId, revision) => core.directory.changed(tenantId, revision),
    onReconnect: () => core.directory.missedAnnouncements(),
  })
  let draining = false
  const quick = options.development ? () => false : createFastPath(core)
  const stream = createStreamDoor(core)
  const plays = createPlaysDoor(core)
  const server = createServer((request, response) => {
    if (draining) response.shouldKeepAlive = false
    if (!quick(request, response) && !stream(request, response) && !plays(request, response)) app(request, response)
  })
  const app = await createApp(core, options, server, () => draining)
  // A visitor's connection outlives the proxy's idea of idle, so that the proxy never picks one that is just closing.
  server.keepAliveTimeout = 75_000
  server.headersTimeout = 80_000
  server.requestTimeout = 120_000
  await listen(server, env.PORT, env.HOST)
  const metrics = await serveMetrics(core.metrics.registry, env.METRICS_PORT, env.HOST)
  const { port } = server.address() as { port: number }
  log.info({ port }, 'serving sites')

  return {
    core,
    server,
    port,
    close: async () => {
      draining = true
      await drain(server)
      await end(core, revisions)
      metrics.close()
    },
  }
}

async function createApp(core: SiteCore, options: ServeOptions, server: Server, isDraining: () => boolean): Promise<Express> {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'))
  app.get('/readyz', async (_request, response) => {
    const [database, cache, counters, storage] = await Promise.all([
      databaseAnswers(),
      redisAnswers('cache'),
      redisAnswers('limits'),
      storageAnswers(),
    ])
    // Pages are served from memory without Redis and without the object store; without the database a new process could say nothing.
    const ready = database && !isDraining()
    response.status(ready ? 200 : 503).json({ ready, draining: isDraining(), database, cache, counters, storage })
  })
  await options.before?.(app, server)
  if (options.clientFolder !== null) {
    const assets = createAssets(options.clientFolder, core.security)
    app.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!assets(request, response)) next()
    })
  }
  const handle = createHandler(core)
  app.use((request: IncomingMessage, response: ServerResponse) => void handle(request, response))
  return app
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Lets requests end that have begun, for as long as is reasonable; idle connections go at once. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), limits.drainMs)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

async function end(core: SiteCore, revisions: RevisionListener): Promise<void> {
  core.overload.close()
  await revisions.close()
  await closeDatabase()
  closeRedis()
  closeStorage()
}
