import type { BrandRecord } from '@residency/brand'
import { limits } from '@residency/config'
import { readTenant } from '@residency/db'
import { drawCard } from '@residency/integrations/imaging'
import type { TenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'
import { type DrawnPicture, drawnOnce, shortHash } from './drawn.ts'
import type { MediaRef } from './media-ref.ts'

export interface ShareCard {
  /** Already in the reader's language. */
  title: string
  facts: string[]
  number: number | null
  artwork: MediaRef | null
}

/** The picture shown where a link to this site is shared, in the manner of the brand. Drawn anew only when something on it has changed. */
export async function getShareCard(ctx: Pick<TenantContext, 'ref' | 'log'>, brand: BrandRecord, card: ShareCard): Promise<DrawnPicture> {
  const { artwork, ...words } = card
  const name = shortHash([
    brand.name,
    brand.preset,
    brand.mode,
    brand.colours,
    brand.type,
    words,
    artwork?.id,
    artwork?.focalX,
    artwork?.focalY,
  ])
  return drawnOnce(ctx, ['share', `${name}.jpg`], 'image/jpeg', async (storage) => {
    const bytes = artwork && (await originalOf(ctx, storage, artwork.id))
    const picture = bytes && artwork ? { bytes, focal: { x: artwork.focalX / 1000, y: artwork.focalY / 1000 } } : null
    return (await drawCard(ctx.ref.tenantId, brand, { ...words, artwork: picture })).bytes
  })
}

/** The bytes that were uploaded, or null: a card or an icon can do without. */
export async function originalOf(ctx: Pick<TenantContext, 'ref'>, storage: TenantStorage, id: string): Promise<Buffer | null> {
  const [item] = await readTenant(ctx.ref, (sql) =>
    sql.query<{ objectKey: string }>('media_key', 'select object_key as "objectKey" from media_item where id = $1', [id]),
  )
  return item ? storage.getBuffer(item.objectKey, limits.uploadImageBytes).catch(() => null) : null
}
