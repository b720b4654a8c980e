import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSound } from '../api/player-api.ts'
import { isAppleTouch } from '../engine/source.ts'
import { keptSounds, type SoundShelf } from '../sound/kept-sounds.ts'
import {
  bandHz,
  type EqualiserPreset,
  equaliserPresets,
  isPlain,
  mostBandDb,
  plainSound,
  presetOf,
  readSound,
  rooms,
  type SoundSettings,
} from '../sound/settings.ts'
import { usePlayer, usePlayerState } from './hooks.ts'
import { Icon } from './icons.tsx'
import { Spectrum } from './spectrum.tsx'

const hz = (value: number): string => (value >= 1000 ? `${value / 1000}k` : String(value))

function Slider({
  label,
  value,
  min,
  max,
  step,
  text,
  onChange,
}: {
  label: string
  value: number
  min: number
  max: number
  step: number
  text: string
  onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <p className="pl-slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        className="pl-range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="pl-time" aria-hidden="true">
        {text}
      </span>
    </p>
  )
}

function Equaliser({ sound, set }: { sound: SoundSettings; set: (change: Partial<SoundSettings>) => void }) {
  const { t } = useTranslation('player')
  const now = presetOf(sound.equaliser)
  const setBand = (index: number, db: number) => set({ equaliser: sound.equaliser.map((old, band) => (band === index ? db : old)) })
  return (
    <fieldset className="pl-equaliser">
      <legend>{t('sound.equaliser')}</legend>
      <div className="pl-pick">
        {(Object.keys(equaliserPresets) as EqualiserPreset[]).map((name) => (
          <button key={name} type="button" aria-pressed={name === now} onClick={() => set({ equaliser: [...equaliserPresets[name]] })}>
            {t(`sound.preset.${name}`)}
          </button>
        ))}
      </div>
      <div className="pl-bands">
        {bandHz.map((band, index) => {
          const db = sound.equaliser[index] ?? 0
          return (
            <label key={band} className="pl-band">
              <span className="pl-time" aria-hidden="true">
                {db > 0 ? `+${db}` : db}
              </span>
              <input
                type="range"
                min={-mostBandDb}
                max={mostBandDb}
                step={0.5}
                value={db}
                aria-label={t('sound.band', { hz: `${hz(band)}Hz` })}
                aria-valuetext={`${db} dB`}
                onChange={(event) => setBand(index, Number(event.target.value))}
              />
              <span className="pl-time" aria-hidden="true">
                {hz(band)}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Settings of one's own, kept in the account, or in this browser where there is none. */
function Shelf({ shelf, sound, set }: { shelf: SoundShelf; sound: SoundSettings; set: (sound: SoundSettings) => void }) {
  const { t } = useTranslation('player')
  const [kept, setKept] = useState<SavedSound[] | null>(null)
  const [name, setName] = useState('')
  const [failed, setFailed] = useState(false)
  const id = useId()
  useEffect(() => {
    shelf.list().then(setKept, () => setKept([]))
  }, [shelf])
  const keep = async () => {
    try {
      const saved = await shelf.save(name.trim().slice(0, 60), sound)
      setKept((before) => [...(before ?? []).filter((one) => one.id !== saved.id && one.name !== saved.name), saved])
      setName('')
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  const drop = async (one: SavedSound) => {
    setKept((before) => (before ?? []).filter(({ id }) => id !== one.id))
    await shelf.delete(one.id).catch(() => setFailed(true))
  }
  return (
    <fieldset className="pl-shelf">
      <legend>{t('sound.own')}</legend>
      {kept && kept.length > 0 ? (
        <ul className="pl-rows">
          {kept.map((one) => (
            <li key={one.id}>
              <button type="button" className="pl-row" onClick={() => set(readSound(one.settings))}>
                {one.name}
              </button>
              <button type="button" className="pl-key" aria-label={t('sound.delete', { name: one.name })} onClick={() => void drop(one)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        className="pl-keep"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) void keep()
        }}
      >
        <label htmlFor={id}>{t('sound.name')}</label>
        <input id={id} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        <button type="submit" className="pl-word">
          {t('sound.keep')}
        </button>
      </form>
      {failed ? <p role="alert">{t('sound.notKept')}</p> : null}
    </fieldset>
  )
}

/** Equaliser, space, colour and pitch. On Apple's touch devices sound that is worked on stops behind a locked screen, so there it is left alone. */
export function SoundPanel() {
  const { t, i18n } = useTranslation('player')
  const { engine, sound: room } = usePlayer()
  const { sound, soundProblem } = usePlayerState()
  const [shelf] = useState(() => keptSounds(engine.api.account))
  if (isAppleTouch()) return <p className="pl-quiet">{t('sound.apple')}</p>
  const set = (change: Partial<SoundSettings>) => room.set(change)
  const percent = (value: number) => new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(value)
  return (
    <div className="pl-sound">
      {soundProblem ? <p role="alert">{t('sound.unsupported')}</p> : null}
      <Spectrum on={!isPlain(sound)} />
      <Equaliser sound={sound} set={set} />
      <fieldset>
        <legend>{t('sound.space')}</legend>
        <div className="pl-pick">
          {rooms.map((name) => (
            <button key={name} type="button" aria-pressed={name === sound.room} onClick={() => set({ room: name })}>
              {t(`sound.room.${name}`)}
            </button>
          ))}
        </div>
        {sound.room === 'none' ? null : (
          <Slider
            label={t('sound.roomMix')}
            value={sound.roomMix}
            min={0}
            max={1}
            step={0.05}
            text={percent(sound.roomMix)}
            onChange={(roomMix) => set({ roomMix })}
          />
        )}
        <Slider
          label={t('sound.echo')}
          value={sound.echoMix}
          min={0}
          max={1}
          step={0.05}
          text={percent(sound.echoMix)}
          onChange={(echoMix) => set({ echoMix })}
        />
        {sound.echoMix === 0 ? null : (
          <Slider
            label={t('sound.echoTime')}
            value={sound.echoS}
            min={0.05}
            max={1}
            step={0.025}
            text={`${Math.round(sound.echoS * 1000)} ms`}
            onChange={(echoS) => set({ echoS })}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>{t('sound.colour')}</legend>
        <Slider
          label={t('sound.drive')}
          value={sound.drive}
          min={0}
          max={1}
          step={0.05}
          text={percent(sound.drive)}
          onChange={(drive) => set({ drive })}
        />
        <label className="pl-check">
          <input type="checkbox" checked={sound.compressor} onChange={(event) => set({ compressor: event.target.checked })} />
          <span>{t('sound.compressor')}</span>
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('sound.pitch')}</legend>
        <Slider
          label={t('sound.semitones')}
          value={sound.semitones}
          min={-12}
          max={12}
          step={0.5}
          text={new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' }).format(sound.semitones)}
          onChange={(semitones) => set({ semitones })}
        />
        <label className="pl-check">
          <input type="checkbox" checked={sound.keepFormants} onChange={(event) => set({ keepFormants: event.target.checked })} />
          <span>{t('sound.formants')}</span>
        </label>
        <Slider
          label={t('speed')}
          value={engine.state.rate}
          min={0.5}
          max={2}
          step={0.01}
          text={`${new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(engine.state.rate)}×`}
          onChange={(rate) => engine.setRate(rate)}
        />
      </fieldset>
      <Shelf shelf={shelf} sound={sound} set={(kept) => room.set(kept)} />
      {isPlain(sound) ? null : (
        <p>
          <button type="button" className="pl-word" onClick={() => room.set(plainSound)}>
            {t('sound.reset')}
          </button>
        </p>
      )}
    </div>
  )
}
