/** Packages that hold connections, caches or secrets: one instance a process, so the server's bundle imports them instead of holding a copy. */
const serverPackages = /^@residency\/(config|db|domain|edge|integrations|jobs|emails)(\/|$)/
const marker = '\0outside:'

declare global {
  var modulesOutside: Map<string, Record<string, unknown>> | undefined
}

/**
 * A plugin of Vite: keeps server packages outside of what it makes. A build leaves their imports as they are; the development server can't (they are sources,
 * which it would load a second time), so there Node loads them and Vite gets a module that hands their exports on.
 */
export function keepServerPackagesOutside() {
  let isServing = false
  return {
    name: 'keep-server-packages-outside',
    enforce: 'pre' as const,
    configResolved: (config: { command: string }) => {
      isServing = config.command === 'serve'
    },
    resolveId: (source: string, _importer: string | undefined, options: { ssr?: boolean }) => {
      if (!options.ssr || !serverPackages.test(source)) return null
      return isServing ? marker + source : { id: source, external: true }
    },
    load: async (id: string) => {
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
