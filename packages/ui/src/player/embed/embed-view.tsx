import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../site/duration.ts'
import { isoDuration } from '../../site/format.ts'
import { SitePicture } from '../../site/picture.tsx'
import { PlayIcon } from '../../site/play-link.tsx'
import type { Picture, TrackRow } from '../../site/views.ts'
import { WaveRuler } from '../../site/waveform-place.tsx'
import type { EmbedWords } from './start-embed.ts'

export interface EmbedMix {
  id: string
  title: string
  /** Whole address of the mix's page: it opens in a window of its own. */
  href: string
  artwork: Picture | null
  durationMs: number
  tracks: TrackRow[]
  /** Tier it is kept for; null: everybody hears it. */
  exclusive: string | null
}

/** What another site's page shows of a mix: cover, play, names, waveform. Without scripts, title and play lead to the mix's own page. */
export function EmbedView({ mix, site }: { mix: EmbedMix; site: { name: string; href: string } }) {
  const { t } = useTranslation('site')
  const { t: tp } = useTranslation('player')
  const words: EmbedWords = {
    play: t('play.mix', { title: mix.title }),
    pause: t('play.pause', { title: mix.title }),
    position: t('play.seek', { title: mix.title }),
    locked: tp('locked.exclusive', { tier: mix.exclusive ?? tp('locked.someTier') }),
    notReady: tp('locked.notReady'),
    offline: tp('problem.offline'),
    failed: tp('problem.trouble'),
    refused: tp('problem.refused'),
    unreadable: tp('problem.unreadable'),
    loading: tp('status.loading'),
  }
  return (
    <main className="embed" id="main" data-embed={mix.id} data-words={JSON.stringify(words)}>
      {mix.artwork ? (
        <SitePicture className="embed-art" picture={mix.artwork} sizes="(min-width: 30rem) 14rem, 5rem" alt="" priority />
      ) : null}
      <div className="embed-head">
        <a className="play play-round embed-play" href={mix.href} target="_blank" rel="noopener" aria-label={words.play}>
          <PlayIcon />
        </a>
        <div className="embed-words">
          <h1 className="embed-title">
            <a href={mix.href} target="_blank" rel="noopener" title={mix.title}>
              {mix.title}
            </a>
          </h1>
          <p className="embed-artist">
            <a href={site.href} target="_blank" rel="noopener">
              {site.name}
            </a>
          </p>
        </div>
      </div>
      <div className="wave embed-wave">
        <div className="wave-stage">
          <WaveRuler durationMs={mix.durationMs} tracks={mix.tracks} />
          <div className="wave-live" />
        </div>
      </div>
      <div className="embed-foot">
        <p className="embed-note" data-embed-note="" role="status">
          {mix.exclusive ? words.locked : ''}
        </p>
        <p className="embed-times">
          <time data-embed-at="" /> <time dateTime={isoDuration(mix.durationMs)}>{formatDuration(mix.durationMs)}</time>
        </p>
      </div>
    </main>
  )
}
