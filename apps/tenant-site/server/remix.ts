import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RemixHandler, ServeOptions } from '@residency/edge/server'
import type { ViteDevServer } from 'vite'
import { embedSource, readEmbedScript } from './embed-script.ts'
import { readPageScripts } from './page-scripts.ts'
import { buildOf, groupOf, routeGroups } from './route-groups.ts'

export interface RemixApp {
  handler: RemixHandler
  clientFolder: string | null
  before?: ServeOptions['before']
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

/** The app from its sources, made anew at every change. Browsers are told of changes over the site's own port, so that no other can be taken. */
export function developmentApp(): RemixApp {
  let vite: ViteDevServer | undefined
  return {
    handler: async (request, context) => {
      const build = (await vite?.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
      return createRequestHandler(build, 'development')(request, { ...context, embedScript: embedSource() })
    },
    clientFolder: null,
    before: async (app, server) => {
      const { createServer } = await import('vite')
      vite = await createServer({
        root: folder.pathname,
        configFile: new URL('vite.config.ts', folder).pathname,
        server: { middlewareMode: true, hmr: { server } },
      })
      app.use(vite.middlewares)
    },
    close: async () => vite?.close(),
  }
}
