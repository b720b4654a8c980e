import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createVite } from 'vite'
import { narrowFonts } from '../src/fonts/narrow/narrow-fonts.ts'
import { drawArt, storedArt } from './art.ts'
import { type AudioFixture, audioFixture } from './audio-fixture.ts'
import { mixCard, trackRows } from './fixtures/content.ts'
import { tenants } from './fixtures/tenants.ts'

export interface Harness {
  origin: string
  /** Real audio behind the player, when it was asked for. */
  audio: AudioFixture | null
  close: () => Promise<void>
}

/** Mixes of the fixtures, played from the fixture's own audio. */
function playerFixture(): AudioFixture {
  const tenant = tenants.danny
  if (!tenant) throw new Error('The fixtures have lost a tenant')
  return audioFixture((mixId) => {
    const { title, href, artwork } = mixCard(tenant, '', Number(mixId.slice(-4)), 'normal')
    return { title, href, artwork, artist: tenant.name, tracks: trackRows(tenant, 90_000, 6) }
  })
}

/** Serves every page of every preset, rendered on the server, on a port of its own. */
export async function startHarness(port = 0, withAudio = false): Promise<Harness> {
  const root = new URL('..', import.meta.url).pathname
  const cacheDir = `/tmp/preset-harness-${process.pid}`
  const vite = await createVite({
    root,
    configFile: false,
    plugins: [narrowFonts()],
    logLevel: 'error',
    appType: 'custom',
    cacheDir,
    esbuild: { jsx: 'automatic' },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null, fs: { allow: [new URL('../../..', import.meta.url).pathname] } },
    // All at once and nothing found later: a second round would give the page a second React.
    optimizeDeps: {
      include: [
        'react',
        'react/jsx-runtime',
        'react/jsx-dev-runtime',
        'react-dom',
        'react-dom/client',
        'react-i18next',
        'hls.js/light',
        'i18next',
        'zod',
        'culori/fn',
      ],
      noDiscovery: true,
    },
  })
  const audio = withAudio ? playerFixture() : null
  const server: Server = createServer((request, response) => {
    if (audio?.answer(request, response)) return
    const url = new URL(request.url ?? '/', 'http://harness')
    if (url.pathname.startsWith('/media/')) {
      const id = url.pathname.slice('/media/'.length)
      const stored = storedArt(id)
      response.setHeader('content-type', stored ? 'image/png' : 'image/svg+xml')
      response.end(stored ?? drawArt(id))
      return
    }
    if (!/^\/(warehouse|nocturne|daylight|cassette|signal|studio)\/\w+$/.test(url.pathname)) {
      vite.middlewares(request, response)
      return
    }
    vite
      .ssrLoadModule('/harness/render.tsx')
      .then((module) => module.renderDocument(url))
      .then((html: string) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html))
      .catch((error: unknown) => {
        if (error instanceof Error) vite.ssrFixStacktrace(error)
        response.statusCode = 500
        response.end(error instanceof Error ? error.stack : String(error))
      })
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    audio,
    close: async () => {
      await vite.close()
      rmSync(cacheDir, { recursive: true, force: true })
      server.closeAllConnections()
      server.close()
    },
  }
}
