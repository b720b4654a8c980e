import { useTranslation } from 'react-i18next'
import { formatDuration, isoDuration } from './format.ts'
import type { TrackRow } from './views.ts'

const height = 48

/**
 * The place of the player's waveform: until there is audio, a ruler of the mix. A line a minute, a taller one every ten, full height where
 * a track begins. Nothing is invented and nothing here can be pressed. `data-mix` tells the player where to mount.
 */
export function WaveformPlace({
  href,
  durationMs,
  tracks,
  className,
}: {
  href: string
  durationMs: number
  tracks: TrackRow[]
  className?: string
}) {
  const { t } = useTranslation('site')
  const minutes = Math.max(1, Math.floor(durationMs / 60_000))
  const at = (ms: number) => ((ms / Math.max(1, durationMs)) * 1000).toFixed(2)
  const line = (x: string, top: number) => `M${x} ${height}V${top}`
  const small = Array.from({ length: minutes }, (_, minute) => line(at(minute * 60_000), minute % 10 === 0 ? 24 : 38)).join('')
  const starts = tracks.map((track) => line(at(track.startMs), 0)).join('')
  return (
    <div className={className ? `wave ${className}` : 'wave'} data-mix={href}>
      <svg className="wave-ruler" viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="wave-minutes" d={`${small}M0 ${height}H1000`} vectorEffect="non-scaling-stroke" />
        <path className="wave-tracks" d={starts} vectorEffect="non-scaling-stroke" />
      </svg>
      <p className="wave-total">
        <span className="visually-hidden">{t('mix.length')} </span>
        <time dateTime={isoDuration(durationMs)}>{formatDuration(durationMs)}</time>
      </p>
    </div>
  )
}
