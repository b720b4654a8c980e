import { writeFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { type ClientChunks, chunkFile } from '../server/client-chunks.ts'

const inPreset = /packages\/ui\/src\/presets\/([a-z]+)\/index\.tsx?$/
const textsOf = /packages\/i18n\/locales\/([a-z]{2})\/(?:common|errors|site|account)\.json$/

/** What they import comes with them, so nothing stands here that imports the brand's arithmetic. */
const ofEveryPage = [
  '/packages/ui/src/site/',
  '/packages/ui/src/player/index.',
  '/packages/ui/src/player/boot/start-player.',
  '/packages/ui/src/player/rules/start-time.',
  '/packages/ui/src/player/wave/markers.',
  '/packages/ui/src/presets/context.',
  '/packages/ui/src/presets/index.',
  '/packages/i18n/src/',
  '/packages/brand/src/families.',
  '/apps/tenant-site/app/document/',
  '/apps/tenant-site/app/shape/seo.',
  '/apps/tenant-site/app/routes/site/use-site.',
  '/apps/tenant-site/app/routes/site/error-page.',
]

/** What a page's waveforms, and looking around for other devices, need before anybody plays: one file, which the player then has already. */
const ofWaves = [
  '/packages/ui/src/player/boot/page-waves.',
  '/packages/ui/src/player/boot/facts.',
  '/packages/ui/src/player/api/',
  '/packages/ui/src/player/devices/look-around.',
  '/packages/ui/src/player/devices/device.',
  '/packages/ui/src/player/engine/new-id.',
  '/packages/ui/src/player/rules/chapters.',
  '/packages/ui/src/player/wave/live-wave.',
  '/packages/ui/src/player/wave/wave-slider.',
  '/packages/ui/src/player/wave/peaks.',
]

/**
 * Few files instead of many small ones: what every page of the fan site needs is one file of libraries and one of ours,
 * and its texts are one file a language.
 */
export function chunkOf(id: string): string | undefined {
  const [, language] = textsOf.exec(id) ?? []
  if (language) return `texts-${language}`
  if (
    /node_modules\/(?:react|react-dom|scheduler|react-i18next|i18next|use-sync-external-store|@remix-run|react-router|react-router-dom|turbo-stream)\//.test(
      id,
    )
  )
    return 'libraries'
  if (ofWaves.some((part) => id.includes(part))) return 'waves'
  return ofEveryPage.some((part) => id.includes(part)) ? 'site' : undefined
}

/** The preset and the texts are asked for by the entry, one round trip late: the server names them in its first answer instead. */
export function writeClientChunks(): Plugin {
  let root = ''
  return {
    name: 'write-client-chunks',
    apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
    configResolved: (config) => {
      root = config.root
    },
    writeBundle: async (_options, bundle) => {
      const chunks: ClientChunks = { presets: {}, texts: {} }
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const address = `/${file.fileName}`
        const [, preset] = inPreset.exec(file.facadeModuleId ?? '') ?? []
        if (preset) chunks.presets[preset] = [address]
        const [, language] = file.moduleIds.map((id) => textsOf.exec(id)).find(Boolean) ?? []
        if (language) chunks.texts[language] = [...new Set([...(chunks.texts[language] ?? []), address])]
      }
      await writeFile(`${root}/${chunkFile}`, JSON.stringify(chunks))
    },
  }
}
