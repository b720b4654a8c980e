import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../site/format.ts'
import { currentItem } from '../rules/queue.ts'
import { Cover } from './cover.tsx'
import { usePlayer, usePlayerState, usePosition, useTrack } from './hooks.ts'
import { Icon } from './icons.tsx'
import { Transport } from './transport.tsx'
import type { Tab } from './view-state.ts'
import { Volume } from './volume.tsx'
import { WaveView } from './wave-view.tsx'

/** What plays, and what of it: on a phone one row for one thumb, on a wide screen the whole instrument. */
export function Bar({ onOpen }: { onOpen: (tab: Tab) => void }) {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { mix, queue, status } = usePlayerState()
  const at = useTrack()
  const track = mix?.tracks[at]
  const item = currentItem(queue)
  const title = mix?.title ?? item?.title ?? ''
  const cover = <Cover src={mix?.artwork?.src ?? item?.artwork ?? null} tone={mix?.artwork?.tone} size={160} />
  const under = track ? `${track.artist} – ${track.title}` : (mix?.artist ?? item?.artist ?? '')
  return (
    <div className="pl-bar" aria-busy={status === 'loading' || undefined}>
      <Thread />
      <button type="button" className="pl-what" onClick={() => onOpen('tracks')} aria-haspopup="dialog">
        <span className="visually-hidden">{t('open')}: </span>
        {cover}
        <span className="pl-words">
          <span className="pl-title">{title || <span className="pl-bone" />}</span>
          <span className="pl-under">{under || (mix ? '' : <span className="pl-bone pl-bone-short" />)}</span>
        </span>
      </button>
      <Transport />
      <div className="pl-place">
        <Time />
        <WaveView />
        <time className="pl-time">{formatDuration(engine.durationMs)}</time>
      </div>
      <div className="pl-tools">
        <Volume />
        <button type="button" className="pl-key" onClick={() => onOpen('queue')} aria-haspopup="dialog" aria-label={t('tab.queue')}>
          <Icon name="queue" />
        </button>
        <button type="button" className="pl-key" onClick={() => onOpen('sound')} aria-haspopup="dialog" aria-label={t('tab.sound')}>
          <Icon name="sound" />
        </button>
        <button type="button" className="pl-key" onClick={() => engine.close()} aria-label={t('putAway')}>
          <Icon name="close" />
        </button>
      </div>
    </div>
  )
}

export function Time() {
  return <time className="pl-time">{formatDuration(usePosition())}</time>
}

/** On a phone the bar has no room for a waveform: a thread along its edge shows where it is. */
function Thread() {
  const { engine } = usePlayer()
  const part = usePosition() / Math.max(1, engine.durationMs)
  return <span className="pl-thread" aria-hidden="true" style={{ '--at': `${Math.min(100, part * 100)}%` } as Record<string, string>} />
}
