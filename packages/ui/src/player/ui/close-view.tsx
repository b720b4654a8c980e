import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { savesData } from '../engine/source.ts'
import { CloseWave } from '../wave/close-wave.ts'
import { usePlayer, usePlayerState } from './hooks.ts'

/** The detailed peaks of what plays; null until they are there, where there are none, and for whoever spares their line. */
function useDetail(path: string | null): Uint8Array | null {
  const { engine } = usePlayer()
  const [known, setKnown] = useState<{ path: string; peaks: Uint8Array } | null>(null)
  useEffect(() => {
    if (!path || savesData()) return
    let wanted = true
    engine.api.peaks(path).then(
      (peaks) => {
        if (wanted && peaks.length > 0) setKnown({ path, peaks })
      },
      // The waveform of the whole is there all the same.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [engine, path])
  return known && known.path === path ? known.peaks : null
}

/** The music near the needle, to be taken hold of. Nothing where its detail can't be had. */
export function CloseView() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { mix, rate, status } = usePlayerState()
  const place = useRef<HTMLDivElement>(null)
  const wave = useRef<CloseWave | null>(null)
  const peaks = useDetail(mix?.stream?.peaks ?? null)
  const speed = status === 'playing' ? rate : 0

  useEffect(() => {
    if (!peaks || !mix) return
    const { durationMs, tracks } = mix
    const made = new CloseWave({ label: t('closeUp'), durationMs, tracks, peaks, onSeek: (ms) => engine.seek(ms) })
    wave.current = made
    place.current?.append(made.root)
    made.setTime(engine.positionMs, 0)
    return () => {
      wave.current = null
      made.destroy()
    }
  }, [engine, mix, peaks, t])

  useEffect(() => {
    wave.current?.setTime(engine.positionMs, speed)
    return engine.onTime((ms) => wave.current?.setTime(ms, speed))
  }, [engine, speed])

  return peaks ? <div className="pl-close" ref={place} /> : null
}
