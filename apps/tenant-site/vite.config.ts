import { vitePlugin as remix } from '@remix-run/dev'
import { keepServerPackagesOutside } from '@residency/edge/vite'
import { narrowFonts } from '@residency/ui/fonts/narrow'
import { defineConfig } from 'vite'
import { chunkOf, writeClientChunks } from './build-plugins/client-chunks.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    keepServerPackagesOutside(),
    narrowFonts(),
    writeClientChunks(),
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
  build: {
    sourcemap: false,
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}))
