import { writeFile } from 'node:fs/promises'
import { defineConfig, type Plugin } from 'vite'
import { embedScriptFile } from './server/embed-script.ts'

/** Its name changes with what is in it: the server reads it from here. */
const writeName = (): Plugin => ({
  name: 'write-embed-script',
  writeBundle: async (_options, bundle) => {
    const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
    await writeFile(new URL(embedScriptFile, import.meta.url), JSON.stringify(`/${entry?.fileName}`))
  },
})

/**
 * The embed's script, apart from the site's build: chunks shared with it would bring what the embed never needs (React, texts, presets). Browsers
 * keep what frames of other sites load apart anyway, so nothing is fetched twice.
 */
export default defineConfig({
  plugins: [writeName()],
  publicDir: false,
  build: {
    outDir: 'build/client',
    emptyOutDir: false,
    sourcemap: false,
    modulePreload: false,
    rollupOptions: {
      input: { embed: '@residency/ui/player/embed/main' },
      output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/embed-[name]-[hash].js' },
    },
  },
})
