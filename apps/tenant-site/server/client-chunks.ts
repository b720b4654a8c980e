/** Where the build (build-plugins/client-chunks.ts) writes which files a page of each preset and language will ask for. */
export const chunkFile = 'build/client-chunks.json'

/** Addresses of scripts by what they are. */
export interface ClientChunks {
  /** Preset name → its code. */
  presets: Record<string, string[]>
  /** Language → the texts every page of the fan site needs. */
  texts: Record<string, string[]>
}
