import { readFile } from 'node:fs/promises'
import type { Scope } from '@residency/edge/scope'
import { type ClientChunks, chunkFile } from './client-chunks.ts'
import { groupOf } from './route-groups.ts'

export type EarlyLinks = (pathname: string, scope: Scope) => string | null

/**
 * The Link header of a page of the fan site: its preset's code and its texts, which the entry would ask for a round trip later.
 * Last in line, as all scripts are: what one reads and sees comes first.
 */
export async function readEarlyLinks(folder: URL): Promise<EarlyLinks> {
  const chunks: ClientChunks = JSON.parse(await readFile(new URL(chunkFile, folder), 'utf8'))
  return (pathname, { facts }) => {
    if (groupOf(pathname) === 'studio') return null
    const files = [...(chunks.presets[facts.frame.brand.preset] ?? []), ...(chunks.texts[facts.locale] ?? [])]
    return files.map((file) => `<${file}>; rel=modulepreload; fetchpriority=low`).join(', ')
  }
}
