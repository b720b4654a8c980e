import type { MixPageRecord, MixSummary, TrackRecord } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import type { MixCard, MixView, TrackRow } from '@residency/ui/views'
import { hrefOf } from './links.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'
import { paragraphs } from './text.ts'

export const mixCard = (site: SiteRequest, mix: MixSummary): MixCard => ({
  id: mix.id,
  href: hrefOf(site, `/mixes/${mix.slug}`),
  title: mix.title,
  artwork: picture(site, mix.artwork, mix.title),
  durationMs: mix.durationMs,
  genre: mix.genre,
  moods: mix.moods,
  recordedOn: mix.recordedOn,
  number: mix.number,
  playable: mix.isPlayable,
  exclusive: mix.exclusiveTier ? localize(mix.exclusiveTier, site.ctx.locale, site.ctx.tenant.locale) : null,
})

export const mixView = (site: SiteRequest, mix: MixPageRecord): MixView => ({
  ...mixCard(site, mix),
  descriptionHtml: paragraphs(localize(mix.description, site.ctx.locale, site.ctx.tenant.locale)),
  tracks: mix.tracks.map(({ id: _id, ...track }) =>
    track.isUnknown ? { ...track, suggestHref: hrefOf(site, `/mixes/${mix.slug}/tracks/${track.position}`) } : track,
  ),
  related: mix.related.map((related) => mixCard(site, related)),
  canonicalUrl: site.origin + hrefOf(site, `/mixes/${mix.slug}`),
})

/** Tracks where a name stands in a line: one that nobody knows is called as DJs call it, in every language. */
export const namedTracks = (tracks: readonly TrackRecord[]): TrackRow[] =>
  tracks.map(({ id: _id, ...track }) => (track.isUnknown ? { ...track, artist: 'ID', title: 'ID' } : track))
