import type { BrandRecord } from '@residency/brand'
import { drawIcon, type IconPurpose } from '@residency/integrations/imaging'
import type { TenantContext } from '../context/index.ts'
import { type DrawnPicture, drawnOnce, shortHash } from './drawn.ts'
import { originalOf } from './get-share-card.ts'

/** Every icon a browser, a launcher or a phone asks a site for. */
export const siteIcons = {
  'icon-32.png': { size: 32, purpose: 'any' },
  'icon-192.png': { size: 192, purpose: 'any' },
  'icon-512.png': { size: 512, purpose: 'any' },
  'maskable-512.png': { size: 512, purpose: 'maskable' },
  'apple-touch-icon.png': { size: 180, purpose: 'apple' },
} as const satisfies Record<string, { size: number; purpose: IconPurpose }>

export type SiteIconName = keyof typeof siteIcons
export const isSiteIcon = (name: string): name is SiteIconName => Object.hasOwn(siteIcons, name)

/** An icon of the site, made from the picture chosen for it, else from the logo, else from the name's initials. */
export async function getSiteIcon(ctx: Pick<TenantContext, 'ref' | 'log'>, brand: BrandRecord, name: SiteIconName): Promise<DrawnPicture> {
  const pictureId = brand.iconId ?? brand.logoId
  const hash = shortHash([brand.name, brand.preset, brand.colours, brand.type.display, pictureId])
  return drawnOnce(ctx, ['icons', hash, name], 'image/png', async (storage) => {
    const logo = pictureId ? await originalOf(ctx, storage, pictureId) : null
    return (await drawIcon(ctx.ref.tenantId, brand, { ...siteIcons[name], logo })).bytes
  })
}
