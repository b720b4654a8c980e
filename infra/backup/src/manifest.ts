import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What a backup holds. Written last: a folder without it is a backup that was not finished. */
export const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** null: the whole installation. */
  tenant: z.object({ id: z.uuid(), slug: z.string() }).nullable(),
  /** Names of the migrations the tables had. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int(), sha256: z.string() })),
  objects: z.array(z.object({ key: z.string(), bytes: z.number().int(), contentType: z.string(), sha256: z.string() })),
})
export type Manifest = z.output<typeof manifestSchema>

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} holds no finished backup: manifest.json is missing`)
  })
  return manifestSchema.parse(JSON.parse(text))
}

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
