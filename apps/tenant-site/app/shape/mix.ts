import type { MixPageRecord, MixSummary, TrackRecord } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import type { MixCard, MixView, TrackRow } from '@residency/ui/views'
import { embedCode, embedPath } from './embed.ts'
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
  early: mix.opensAt && dayIn(mix.opensAt, site.ctx.tenant.timeZone),
  exclusive: mix.exclusiveTier ? localize(mix.exclusiveTier, site.ctx.locale, site.ctx.tenant.locale) : null,
})

/** YYYY-MM-DD. */
const dayIn = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)

export const mixView = (site: SiteRequest, mix: MixPageRecord, link: string | null = null): MixView => ({
  ...mixCard(site, mix),
  descriptionHtml: paragraphs(localize(mix.description, site.ctx.locale, site.ctx.tenant.locale)),
  tracks: mix.tracks.map(({ id: _id, ...track }) =>
    // What only a link opens takes no suggestions: those are asked for where everybody is.
    track.isUnknown && !link ? { ...track, suggestHref: hrefOf(site, `/mixes/${mix.slug}/tracks/${track.position}`) } : track,
  ),
  related: mix.related.map((related) => mixCard(site, related)),
  canonicalUrl: site.origin + hrefOf(site, `/mixes/${mix.slug}`),
  embedCode:
    // What a listen link opens is not out: other sites could not show it.
    mix.embedAllowed && !link && mix.publishedAt <= new Date()
      ? embedCode({ src: site.origin + hrefOf(site, embedPath(mix.id)), title: `${mix.title} · ${site.frame.brand.name}` })
      : null,
  link,
})

/** Tracks where a name stands in a line: one that nobody knows is called as DJs call it, in every language. */
export const namedTracks = (tracks: readonly TrackRecord[]): TrackRow[] =>
  tracks.map(({ id: _id, ...track }) => (track.isUnknown ? { ...track, artist: 'ID', title: 'ID' } : track))
