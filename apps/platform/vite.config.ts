import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

/** Packages that hold connections, caches or secrets: one instance a process, so the server's bundle imports them instead of holding a copy. */
const serverPackages = /^@residency\/(config|db|domain|edge|integrations)(\/|$)/

const keepServerPackagesOutside: Plugin = {
  name: 'keep-server-packages-outside',
  enforce: 'pre',
  resolveId: (source, _importer, options) => (options.ssr && serverPackages.test(source) ? { id: source, external: true } : null),
}

export default defineConfig({
  plugins: [
    keepServerPackagesOutside,
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { sourcemap: false, assetsInlineLimit: 0 },
})
