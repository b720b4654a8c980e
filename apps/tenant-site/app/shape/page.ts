import { localize } from '@residency/domain/context'
import type { PageRecord } from '@residency/domain/pages'
import type { PageView } from '@residency/ui/views'
import { shapeBlocks } from './blocks.ts'
import type { SiteRequest } from './site-request.ts'
import { excerpt } from './text.ts'

export function pageView(site: SiteRequest, page: PageRecord): PageView {
  const blocks = shapeBlocks(site, page.blocks, page.media, page.mixes)
  const first = blocks.find((block) => block.type === 'image')
  return {
    title: localize(page.title, site.ctx.locale, site.ctx.tenant.locale),
    // The about page's first picture is its portrait, and stands where the preset wants it.
    blocks: page.kind === 'about' ? blocks.filter((block) => block !== first) : blocks,
    picture: page.kind === 'about' ? (first?.picture ?? null) : null,
    kind: page.kind,
    updatedAt: page.kind === 'legal' ? page.updatedAt.toISOString() : null,
  }
}

/** The first words of a page, for search engines. */
export function pageDescription(view: PageView): string {
  const text = view.blocks.find((block) => block.type === 'text')
  return text ? excerpt(text.html) : ''
}
