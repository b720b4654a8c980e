import { useTranslation } from 'react-i18next'
import { EmbedCode } from './embed-code.tsx'
import { formatDuration, isoDuration } from './format.ts'
import { type Playable, PlayButton } from './play-link.tsx'
import type { TrackRow } from './views.ts'

const height = 48

/** A line a minute, a taller one every ten, full height where a track begins. */
export function WaveRuler({ durationMs, tracks }: { durationMs: number; tracks: TrackRow[] }) {
  const minutes = Math.max(1, Math.floor(durationMs / 60_000))
  const at = (ms: number) => ((ms / Math.max(1, durationMs)) * 1000).toFixed(2)
  const line = (x: string, top: number) => `M${x} ${height}V${top}`
  const small = Array.from({ length: minutes }, (_, minute) => line(at(minute * 60_000), minute % 10 === 0 ? 24 : 38)).join('')
  const starts = tracks.map((track) => line(at(track.startMs), 0)).join('')
  return (
    <svg className="wave-ruler" viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className="wave-minutes" d={`${small}M0 ${height}H1000`} vectorEffect="non-scaling-stroke" />
      <path className="wave-tracks" d={starts} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/**
 * The place of a mix's waveform, with its play button. Until the audio is known it is a ruler of the mix; nothing is invented. The player draws
 * the waveform into `.wave-live`, which is left empty here, and finds the place by `data-mix`.
 */
export function WaveformPlace({
  mix,
  durationMs,
  tracks,
  className,
  here = false,
}: {
  mix: Playable
  durationMs: number
  tracks: TrackRow[]
  className?: string
  /** It stands on the mix's own page: without scripts there is nowhere else to hear it. */
  here?: boolean
}) {
  const { t } = useTranslation('site')
  const by = mix.link ? `?${new URLSearchParams({ link: mix.link })}` : ''
  const stream = `/listen/${mix.id}/master.m3u8${by}`
  return (
    <div
      className={className ? `wave ${className}` : 'wave'}
      data-mix={mix.playable ? mix.id : undefined}
      data-seek={t('play.seek', { title: mix.title })}
      data-from={t('play.from', { time: '#' })}
    >
      <PlayButton mix={mix} />
      <div className="wave-stage">
        <WaveRuler durationMs={durationMs} tracks={tracks} />
        <div className="wave-live" />
      </div>
      <p className="wave-total">
        <span className="visually-hidden">{t('mix.length')} </span>
        <time dateTime={isoDuration(durationMs)}>{formatDuration(durationMs)}</time>
      </p>
      {here && mix.playable ? (
        <>
          <p className="wave-more">
            <button type="button" className="wave-do" data-queue={mix.id} data-title={mix.title} data-href={mix.href}>
              {t('play.queue')}
            </button>
            <button type="button" className="wave-do" data-share={mix.href} data-title={mix.title} data-copied={t('play.copied')}>
              {t('play.share')}
            </button>
          </p>
          {mix.embedCode ? <EmbedCode id={`embed-${mix.id}`} code={mix.embedCode} /> : null}
          <noscript>
            <p className="wave-plain">{t('play.plain')}</p>
            {/* biome-ignore lint/a11y/useMediaCaption: music */}
            <audio controls preload="none">
              <source src={stream} type="application/vnd.apple.mpegurl" />
              <source src={`/podcast/${mix.id}/audio.m4a${by}`} type="audio/mp4" />
            </audio>
            <p className="wave-plain">
              <a href={stream}>{t('play.stream')}</a>
            </p>
          </noscript>
        </>
      ) : null}
    </div>
  )
}
