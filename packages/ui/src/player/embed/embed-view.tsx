import { formatDuration, isoDuration } from '../../site/format.ts'
import { SitePicture } from '../../site/picture.tsx'
import type { Picture } from '../../site/views.ts'
import type { EmbedWords } from './start-embed.ts'

export interface EmbedMix {
  title: string
  artist: string
  /** Whole address of the mix's page: it opens in a window of its own. */
  href: string
  artwork: Picture | null
  durationMs: number
}

/** What another site's page shows of a mix: cover, play, names, waveform. Readable without scripts, where the title leads to the mix itself. */
export function EmbedView({ mix, words }: { mix: EmbedMix; words: EmbedWords }) {
  return (
    <article className="embed" data-embed="">
      {mix.artwork ? <SitePicture className="embed-art" picture={mix.artwork} sizes="10rem" alt="" priority /> : null}
      <div className="embed-words">
        <h1 className="embed-title">
          <a href={mix.href} target="_blank" rel="noopener">
            {mix.title}
          </a>
        </h1>
        <p className="embed-artist">{mix.artist}</p>
      </div>
      <button type="button" className="play play-round embed-play" data-embed-play="" disabled aria-label={words.play}>
        <svg className="play-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path className="play-icon-go" d="M6 3.5v17l15-8.5z" />
          <path className="play-icon-wait" d="M5 3.5h5v17H5zM14 3.5h5v17h-5z" />
          <circle className="play-icon-turn" cx="12" cy="12" r="9" pathLength="100" />
        </svg>
      </button>
      <div className="wave embed-wave">
        <div className="wave-stage">
          <div className="wave-live" />
        </div>
      </div>
      <p className="embed-foot">
        <span data-embed-note="" role="status" /> <time dateTime={isoDuration(mix.durationMs)}>{formatDuration(mix.durationMs)}</time>
      </p>
    </article>
  )
}
