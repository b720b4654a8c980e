import { readFile } from 'node:fs/promises'
import type { Scope } from '@residency/edge/scope'
import { type ClientChunks, chunkFile } from './client-chunks.ts'
import { groupOf } from './route-groups.ts'

/** Addresses of scripts that a page's entry will ask for, known before it runs. */
export type PageScripts = (pathname: string, scope: Scope) => string[]

/** A page of the fan site: its preset's code and its texts, which the entry would ask for a round trip after itself. */
export async function readPageScripts(folder: URL): Promise<PageScripts> {
  const chunks: ClientChunks = JSON.parse(await readFile(new URL(chunkFile, folder), 'utf8'))
  return (pathname, { facts }) =>
    groupOf(pathname) === 'studio' ? [] : [...(chunks.presets[facts.frame.brand.preset] ?? []), ...(chunks.texts[facts.locale] ?? [])]
}
