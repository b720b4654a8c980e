import type { Plugin } from 'vite'

/** Packages that hold connections, caches or secrets: one instance a process, so the server's bundle imports them instead of holding a copy. */
const serverPackages = /^@residency\/(config|db|domain|edge|integrations|jobs|emails)(\/|$)/
const marker = '\0outside:'

declare global {
  var modulesOutside: Map<string, Record<string, unknown>> | undefined
}

/**
 * Keeps server packages outside of what Vite makes. A build leaves their imports as they are; the development server can't (they are sources,
 * which it would load a second time), so there Node loads them and Vite gets a module that hands their exports on.
 */
export function keepServerPackagesOutside(): Plugin {
  let isServing = false
  return {
    name: 'keep-server-packages-outside',
    enforce: 'pre',
    configResolved: (config) => {
      isServing = config.command === 'serve'
    },
    resolveId: (source, _importer, options) => {
      if (!options.ssr || !serverPackages.test(source)) return null
      return isServing ? marker + source : { id: source, external: true }
    },
    load: async (id) => {
      if (!id.startsWith(marker)) return null
      const source = id.slice(marker.length)
      const loaded: Record<string, unknown> = await import(/* @vite-ignore */ source)
      globalThis.modulesOutside ??= new Map()
      globalThis.modulesOutside.set(source, loaded)
      const names = Object.keys(loaded).filter((name) => name !== 'default')
      return [
        `const outside = globalThis.modulesOutside.get(${JSON.stringify(source)})`,
        ...names.map((name) => `export const ${name} = outside[${JSON.stringify(name)}]`),
      ].join('\n')
    },
  }
}
