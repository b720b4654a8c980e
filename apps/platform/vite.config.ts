import { vitePlugin as remix } from '@remix-run/dev'
import { keepServerPackagesOutside } from '@residency/edge/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    keepServerPackagesOutside(),
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
