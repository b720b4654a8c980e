import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { readPeaks } from '../wave/peaks.ts'
import { WaveSlider } from '../wave/wave-slider.ts'
import { usePlayer, usePlayerState } from './hooks.ts'

/** The waveform of what plays. While it is not known the place is kept by a quiet line. */
export function WaveView() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { mix } = usePlayerState()
  const place = useRef<HTMLDivElement>(null)
  const slider = useRef<WaveSlider | null>(null)
  const peaks = useMemo(() => readPeaks(mix?.peaks ?? null), [mix?.peaks])

  useEffect(() => {
    const made = new WaveSlider({ label: '', durationMs: 0, tracks: [], peaks: null, onSeek: (ms) => engine.seek(ms) })
    slider.current = made
    place.current?.append(made.root)
    const stop = engine.onTime((ms) => made.setTime(ms))
    return () => {
      stop()
      made.destroy()
    }
  }, [engine])

  // The same slider throughout: whoever has it under their fingers keeps it when the mix, or what is known of it, changes.
  useEffect(() => {
    slider.current?.update({ label: t('position'), durationMs: engine.durationMs, tracks: mix?.tracks ?? [], peaks })
    slider.current?.setTime(engine.positionMs)
  }, [engine, mix, peaks, t])

  return <div className="pl-wave" ref={place} />
}
