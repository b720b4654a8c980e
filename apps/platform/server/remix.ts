import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { Env } from '@residency/config'
import express, { type Express } from 'express'

export interface RemixApp {
  build: () => Promise<ServerBuild>
  /** Adds what gives the files: the built client, or the development server. */
  serveFiles: (app: Express, server: Server) => Promise<void>
  close: () => Promise<void>
}

const folder = new URL('../', import.meta.url)

export const remixApp = (env: Env): Promise<RemixApp> | RemixApp => (env.NODE_ENV === 'development' ? developmentApp() : builtApp())

/** What `remix vite:build` made. */
async function builtApp(): Promise<RemixApp> {
  const build: ServerBuild = await import(new URL('build/server/index.js', folder).href)
  const client = new URL('build/client', folder).pathname
  return {
    build: async () => build,
    serveFiles: async (app) => void app.use(express.static(client, { immutable: true, maxAge: '1y', index: false })),
    close: async () => undefined,
  }
}

/** The app from its sources, made anew at every change. */
function developmentApp(): RemixApp {
  let vite: import('vite').ViteDevServer | undefined
  return {
    build: async () => (await vite?.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    serveFiles: async (app, server) => {
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
