import { useTranslation } from 'react-i18next'
import { usePlayer, usePlayerState } from './hooks.ts'
import { Icon } from './icons.tsx'

export function Volume() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { volume, muted, canSetVolume } = usePlayerState()
  if (!canSetVolume) return null
  return (
    <div className="pl-volume">
      <button type="button" className="pl-key" aria-pressed={muted} aria-label={t('mute')} onClick={() => engine.set({ muted: !muted })}>
        <Icon name={muted || volume === 0 ? 'muted' : 'volume'} />
      </button>
      <input
        type="range"
        className="pl-range"
        min={0}
        max={1}
        step={0.05}
        value={muted ? 0 : volume}
        aria-label={t('volume')}
        aria-valuetext={`${Math.round((muted ? 0 : volume) * 100)} %`}
        onChange={(event) => engine.set({ volume: Number(event.target.value), muted: false })}
      />
    </div>
  )
}
