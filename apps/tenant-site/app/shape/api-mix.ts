import type { MixSummary } from '@residency/domain/catalogue'
import { hrefOf } from './links.ts'
import type { SiteRequest } from './site-request.ts'

/** A mix as programs get it: whole addresses, names that stay. */
export const apiMix = (site: SiteRequest, mix: MixSummary) => ({
  id: mix.id,
  slug: mix.slug,
  url: site.origin + hrefOf(site, `/mixes/${mix.slug}`),
  title: mix.title,
  number: mix.number,
  genre: mix.genre,
  moods: mix.moods,
  durationMs: mix.durationMs,
  recordedOn: mix.recordedOn,
  artwork: mix.artwork
    ? { url: `${site.origin}/media/${mix.artwork.id}?w=960`, width: mix.artwork.width, height: mix.artwork.height, tone: mix.artwork.tone }
    : null,
})
