import { useTranslation } from 'react-i18next'
import { formatStart, isoDuration } from './format.ts'
import { type Playable, PlayLink } from './play-link.tsx'
import type { TrackRow } from './views.ts'

/** Times, artists, titles, labels as one ordered list. Presets set it. Where the mix can be heard, a track's time plays it from there. */
export function Tracklist({
  tracks,
  durationMs,
  mix,
  className,
}: {
  tracks: TrackRow[]
  durationMs: number
  mix?: Playable
  className?: string
}) {
  const { t } = useTranslation('site')
  return (
    <ol className={className ? `tracklist ${className}` : 'tracklist'} data-tracks={mix?.playable ? mix.id : undefined}>
      {tracks.map((track) => {
        const start = formatStart(track.startMs, durationMs)
        const time = (
          <time className="track-start" dateTime={isoDuration(track.startMs)}>
            {start}
          </time>
        )
        return (
          <li key={track.position} className="track" id={`track-${track.position}`} data-start={track.startMs}>
            {mix?.playable ? (
              <PlayLink
                mix={mix}
                atMs={track.startMs}
                className="track-play"
                label={t('play.track', { time: start, track: track.isUnknown ? t('mix.unknown') : `${track.artist} – ${track.title}` })}
              >
                {time}
              </PlayLink>
            ) : (
              time
            )}
            <span className="track-what">
              {track.isUnknown ? (
                <span className="track-title track-unknown">
                  {t('mix.unknown')} {track.suggestHref ? <a href={track.suggestHref}>{t('mix.suggest')}</a> : null}
                </span>
              ) : (
                <>
                  <span className="track-artist">{track.artist}</span> <span className="track-title">{track.title}</span>
                </>
              )}
            </span>
            {track.label ? <span className="track-label">{track.label}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
