import { createHash } from 'node:crypto'
import { withOwner } from '@residency/db/owner'
import type { TenantStorage } from '@residency/integrations/storage'
import type { drawAll } from './art/draw-all.ts'
import type { Drawn } from './art/drawing.ts'
import type { DemoPicture } from './content/types.ts'
import { demoId } from './demo-ids.ts'

export interface WantedPicture {
  tenantId: string
  slug: string
  picture: DemoPicture
}

/** Who draws, and where it is kept: tests bring somebody quicker and a place of their own. */
export interface PictureMakers {
  draw: typeof drawAll
  storageOf: (tenantId: string) => TenantStorage
}

/**
 * Another drawing is another picture, with an id of its own: renditions and browsers keep what they have of an id for good,
 * also when the database is made anew beside them.
 */
export const pictureId = (slug: string, { key, drawing }: DemoPicture): string => demoId(slug, 'picture', key, JSON.stringify(drawing))

/** Draws and stores those that are not there yet. `onStored` hears how many of how many. Returns how many were drawn. */
export async function storePictures(
  wanted: readonly WantedPicture[],
  onStored: (done: number, of: number) => void,
  { draw, storageOf }: PictureMakers,
): Promise<number> {
  const ids = wanted.map(({ slug, picture }) => pictureId(slug, picture))
  const known = await withOwner((db) => db.mediaItem.findMany({ where: { id: { in: ids } }, select: { id: true } }))
  const there = new Set(known.map(({ id }) => id))
  const missing = wanted.filter(({ slug, picture }) => !there.has(pictureId(slug, picture)))
  let done = 0
  await draw(
    missing.map(({ picture }) => picture.drawing),
    async (drawn, index) => {
      await store(missing[index] as WantedPicture, drawn, storageOf)
      done += 1
      onStored(done, missing.length)
    },
  )
  return missing.length
}

/** The object first, the row after it: a row always has its object, and an object without a row is written again by the next run. */
async function store({ tenantId, slug, picture }: WantedPicture, drawn: Drawn, storageOf: PictureMakers['storageOf']): Promise<void> {
  const id = pictureId(slug, picture)
  const extension = drawn.contentType === 'image/png' ? 'png' : 'webp'
  const storage = storageOf(tenantId)
  const objectKey = storage.key('media', id, `original.${extension}`)
  await storage.put(objectKey, drawn.bytes, { contentType: drawn.contentType })
  await withOwner((db) =>
    db.mediaItem.createMany({
      skipDuplicates: true,
      data: {
        tenantId,
        id,
        objectKey,
        filename: `${picture.key}.${extension}`,
        contentType: drawn.contentType,
        bytes: drawn.bytes.byteLength,
        width: drawn.width,
        height: drawn.height,
        focalX: Math.round(picture.focal.x * 1000),
        focalY: Math.round(picture.focal.y * 1000),
        alt: picture.alt,
        tone: drawn.tone,
        sha256: createHash('sha256').update(drawn.bytes).digest('hex'),
      },
    }),
  )
}
