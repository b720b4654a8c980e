import { localize } from '@residency/domain/context'
import type { Playable } from '@residency/domain/streaming'
import type { PlayableView } from '@residency/ui/views'
import { hrefOf } from './links.ts'
import { namedTracks } from './mix.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'

/** A mix as the player gets it, in the reader's language. */
export function playableView(site: SiteRequest, mix: Playable): PlayableView {
  const { stream, locked, downloads } = mix
  return {
    id: mix.id,
    href: hrefOf(site, `/mixes/${mix.slug}`),
    title: mix.title,
    artist: site.ctx.tenant.name,
    artwork: picture(site, mix.artwork, mix.title),
    durationMs: mix.durationMs,
    tracks: namedTracks(mix.tracks),
    recordingId: mix.recordingId,
    peaks: mix.peaks?.toString('base64') ?? null,
    loudness: mix.loudness,
    bpm: mix.bpm,
    key: mix.musicalKey,
    stream: stream && {
      master: `/stream/${stream.ticket}/master.m3u8`,
      peaks: `/stream/${stream.ticket}/peaks.bin`,
      qualities: stream.renditions,
      expiresAt: stream.expiresAt.toISOString(),
    },
    locked: locked && {
      reason: locked.reason,
      tierName: locked.tierName ? localize(locked.tierName, site.ctx.locale, site.ctx.tenant.locale) : null,
      opensAt: locked.opensAt?.toISOString() ?? null,
    },
    resumeMs: mix.resumeMs,
    liked: mix.liked,
    canComment: mix.canComment,
    download: downloads === 'none' ? null : { href: `/downloads/${mix.id}`, format: downloads },
    historyOn: mix.historyOn,
  }
}
