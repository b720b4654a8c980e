import { useTranslation } from 'react-i18next'
import { wantsSound } from '../rules/status.ts'
import { usePlayer, usePlayerState } from './hooks.ts'
import { Icon } from './icons.tsx'

const skipS = 15

function PlayKey() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { status } = usePlayerState()
  const on = wantsSound(status)
  const waits = status === 'loading' || status === 'buffering' || status === 'offline'
  return (
    <button
      type="button"
      className="pl-key pl-play"
      onClick={() => engine.toggle()}
      aria-label={on ? t('pause') : t('play')}
      data-waits={waits || undefined}
    >
      <Icon name={on ? 'pause' : 'play'} />
    </button>
  )
}

/** Previous and next lead from track to track; where a mix has none, from mix to mix. */
export function Transport({ wide = false }: { wide?: boolean }) {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  return (
    <div className="pl-transport">
      <button type="button" className="pl-key pl-previous" onClick={() => engine.previousTrack()} aria-label={t('previous')}>
        <Icon name="previous" />
      </button>
      {wide ? (
        <button type="button" className="pl-key" onClick={() => engine.skip(-skipS)} aria-label={t('back', { seconds: skipS })}>
          <Icon name="back" />
        </button>
      ) : null}
      <PlayKey />
      {wide ? (
        <button type="button" className="pl-key" onClick={() => engine.skip(skipS)} aria-label={t('forward', { seconds: skipS })}>
          <Icon name="forward" />
        </button>
      ) : null}
      <button type="button" className="pl-key pl-next" onClick={() => engine.nextTrack()} aria-label={t('next')}>
        <Icon name="next" />
      </button>
    </div>
  )
}
