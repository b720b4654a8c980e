import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { embedScriptFile } from './server/embed-script.ts'

/** Compressed bytes: it stands on pages of others, and brings nothing to them but itself. hls.js comes with the first press. */
const mostBytes = 25_000

/** Its name changes with what is in it: the server reads it from here. */
const writeName = (): Plugin => ({
  name: 'write-embed-script',
  writeBundle: async (_options, bundle) => {
    const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
    if (entry?.type !== 'chunk') throw new Error('The embed has no script')
    const bytes = gzipSync(entry.code).length
    if (entry.imports.length > 0 || bytes > mostBytes)
      throw new Error(
        `The embed's script is ${bytes} bytes and ${entry.imports.length} files before anybody plays; ${mostBytes} in one is the most`,
      )
    await writeFile(new URL(embedScriptFile, import.meta.url), JSON.stringify(`/${entry.fileName}`))
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
