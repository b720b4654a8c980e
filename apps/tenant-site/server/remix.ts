import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RemixHandler, ServeOptions } from '@residency/edge/server'
import { embedSource, readEmbedScript } from './embed-script.ts'
import { readPageScripts } from './page-scripts.ts'
import { buildOf, groupOf, routeGroups } from './route-groups.ts'

type App = Parameters<NonNullable<ServeOptions['before']>>[0]

export interface RemixApp {
  handler: RemixHandler
  clientFolder: string | null
  before?: (app: App) => void
  close: () => Promise<void>
}

const folder = new URL('../', import.meta.url)

/** What `remix vite:build` made. */
export async function builtApp(): Promise<RemixApp> {
  const build: ServerBuild = await import(new URL('build/server/index.js', folder).href)
  const [scriptsOf, embedScript] = await Promise.all([readPageScripts(folder), readEmbedScript(folder)])
  const whole = createRequestHandler(build, 'production')
  const handlers = new Map(routeGroups.map((group) => [group, createRequestHandler(buildOf(build, group), 'production')]))
  return {
    handler: async (request, context) => {
      const { pathname } = new URL(request.url)
      // The manifest tells a browser of routes anywhere.
      const handler = pathname === '/__manifest' ? whole : (handlers.get(groupOf(pathname)) ?? whole)
      return handler(request, { ...context, pageScripts: scriptsOf(pathname, context.scope), embedScript })
    },
    clientFolder: new URL('build/client', folder).pathname,
    close: async () => undefined,
  }
}

/** The app from its sources, made anew at every change. */
export async function developmentApp(): Promise<RemixApp> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: folder.pathname,
    configFile: new URL('vite.config.ts', folder).pathname,
    server: { middlewareMode: true },
  })
  const load = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  return {
    handler: async (request, context) =>
      createRequestHandler(await load(), 'development')(request, { ...context, embedScript: embedSource() }),
    clientFolder: null,
    before: (app) => app.use(vite.middlewares),
    close: () => vite.close(),
  }
}
