import { useTranslation } from 'react-i18next'
import { formatStart } from '../../site/format.ts'
import { usePlayer, usePlayerState, useTrack } from './hooks.ts'

export function TracksPanel() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { mix } = usePlayerState()
  const now = useTrack()
  if (!mix) return <div className="pl-bones" aria-hidden="true" />
  if (mix.tracks.length === 0) return <p className="pl-quiet">{t('noTracks')}</p>
  return (
    <ol className="pl-rows">
      {mix.tracks.map((track, index) => (
        <li key={track.position} aria-current={index === now ? 'true' : undefined}>
          <button type="button" className="pl-row" onClick={() => engine.seek(track.startMs)}>
            <time className="pl-time">{formatStart(track.startMs, mix.durationMs)}</time>
            <span className="pl-words">
              <span className="pl-title">{track.title}</span>
              <span className="pl-under">{track.artist}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
