import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../site/format.ts'
import { type QualityChoice, qualityChoices } from '../rules/quality.ts'
import { sleepLeftMs } from '../rules/sleep.ts'
import { usePlayer, usePlayerState, usePosition } from './hooks.ts'

const rates = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]
const sleepMinutes = [15, 30, 45, 60, 90]
const crossfades = [0, 2, 4, 6, 8, 12]

function Pick<T extends string | number>({
  label,
  value,
  options,
  onPick,
}: {
  label: string
  value: T
  options: { value: T; label: string }[]
  onPick: (value: T) => void
}) {
  return (
    <fieldset className="pl-pick">
      <legend>{label}</legend>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onPick(option.value)}>
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

function SleepLeft() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { sleep, mix, rate } = usePlayerState()
  const ms = usePosition()
  if (!sleep || !mix) return null
  const left = sleepLeftMs(sleep, Date.now(), { mixId: mix.id, ms, durationMs: mix.durationMs, rate })
  return (
    <p className="pl-quiet">
      {t('sleep.left', { time: formatDuration(left) })}{' '}
      <button type="button" className="pl-word" onClick={() => engine.setSleep(null)}>
        {t('sleep.off')}
      </button>
    </p>
  )
}

export function SettingsPanel() {
  const { t, i18n } = useTranslation('player')
  const { engine } = usePlayer()
  const { choice, quality, rate, mix, sleep, crossfadeS, normalise, canSetVolume } = usePlayerState()
  const offered = mix?.stream?.qualities ?? []
  const choices = qualityChoices.filter((one) => one === 'auto' || one === 'saver' || offered.includes(one))
  const number = new Intl.NumberFormat(i18n.language)
  const name = (one: QualityChoice) => t(`quality.${one}`)
  return (
    <div className="pl-settings">
      <Pick
        label={t('quality.label')}
        value={choice}
        options={choices.map((value) => ({ value, label: name(value) }))}
        onPick={(value) => engine.setQuality(value)}
      />
      {quality ? <p className="pl-quiet">{t('quality.now', { quality: name(quality) })}</p> : null}
      <Pick
        label={t('speed')}
        value={rate}
        options={rates.map((value) => ({ value, label: `${number.format(value)}×` }))}
        onPick={(value) => engine.setRate(value)}
      />
      <Pick
        label={t('sleep.label')}
        value={sleep ? sleep.kind : 'off'}
        options={[
          ...sleepMinutes.map((minutes) => ({ value: `m${minutes}`, label: t('sleep.minutes', { count: minutes }) })),
          ...(mix && mix.tracks.length > 0 ? [{ value: 'track', label: t('sleep.track') }] : []),
          { value: 'mix', label: t('sleep.mix') },
        ]}
        onPick={(value) =>
          engine.setSleep(value === 'track' || value === 'mix' ? { kind: value } : { kind: 'minutes', minutes: Number(value.slice(1)) })
        }
      />
      <SleepLeft />
      {canSetVolume ? (
        <Pick
          label={t('crossfade.label')}
          value={crossfadeS}
          options={crossfades.map((value) => ({
            value,
            label: value === 0 ? t('crossfade.none') : t('crossfade.seconds', { count: value }),
          }))}
          onPick={(value) => engine.set({ crossfadeS: value })}
        />
      ) : null}
      <label className="pl-check">
        <input type="checkbox" checked={normalise} onChange={(event) => engine.set({ normalise: event.target.checked })} />
        <span>{t('normalise')}</span>
      </label>
    </div>
  )
}
