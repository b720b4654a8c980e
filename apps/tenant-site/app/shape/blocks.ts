import type { MixSummary } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import type { MediaRef } from '@residency/domain/media'
import type { StoredBlock } from '@residency/domain/pages'
import type { Block } from '@residency/ui/views'
import { authoredHref } from './links.ts'
import { mixCard } from './mix.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'

/** Blocks in the reader's language. What a block refers to and is gone leaves no hole: the block is left out. */
export function shapeBlocks(
  site: SiteRequest,
  blocks: readonly StoredBlock[],
  media: readonly MediaRef[],
  mixes: readonly MixSummary[],
): Block[] {
  const words = (text: Parameters<typeof localize>[0]) => localize(text, site.ctx.locale, site.ctx.tenant.locale)
  const shape = (block: StoredBlock): Block[] => {
    switch (block.type) {
      case 'heading':
        return [{ id: block.id, type: 'heading', text: words(block.text), level: block.level }]
      case 'text':
        return [{ id: block.id, type: 'text', html: words(block.html) }]
      case 'image': {
        const found = picture(site, media.find((ref) => ref.id === block.mediaId) ?? null)
        return found ? [{ id: block.id, type: 'image', picture: found, caption: words(block.caption) }] : []
      }
      case 'quote':
        return [{ id: block.id, type: 'quote', text: words(block.text), by: words(block.by) }]
      case 'button':
        return [{ id: block.id, type: 'button', label: words(block.label), href: authoredHref(site, block.href) }]
      case 'divider':
        return [{ id: block.id, type: 'divider' }]
      case 'mixes': {
        const found = block.mixIds.flatMap((id) => mixes.find((mix) => mix.id === id) ?? [])
        return found.length > 0
          ? [{ id: block.id, type: 'mixes', heading: words(block.heading), mixes: found.map((mix) => mixCard(site, mix)) }]
          : []
      }
    }
  }
  return blocks.flatMap(shape)
}
