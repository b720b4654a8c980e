import type { MixSummary } from '@residency/domain/catalogue'
import type { MixCard } from '@residency/ui/views'
import { hrefOf } from './links.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'

export const mixCard = (site: SiteRequest, mix: MixSummary): MixCard => ({
  href: hrefOf(site, `/mixes/${mix.slug}`),
  title: mix.title,
  artwork: picture(site, mix.artwork, mix.title),
  durationMs: mix.durationMs,
  genre: mix.genre,
  moods: mix.moods,
  recordedOn: mix.recordedOn,
  number: mix.number,
})
