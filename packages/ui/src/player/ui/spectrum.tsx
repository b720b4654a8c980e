import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedia, usePlayer, usePlayerState } from './hooks.ts'

const columns = 48
const stillMs = 500

/** What is heard, by frequency, drawn from the graph that is there anyway. With less motion asked for it changes twice a second. */
export function Spectrum({ on }: { on: boolean }) {
  const { t } = useTranslation('player')
  const { sound } = usePlayer()
  const { status } = usePlayerState()
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const canvas = useRef<HTMLCanvasElement>(null)
  const runs = on && status === 'playing'

  useEffect(() => {
    const place = canvas.current
    const pen = place?.getContext('2d')
    if (!place || !pen || !runs) return
    let frame = 0
    let ended = false
    let drawnAt = 0
    const colour = getComputedStyle(place).color
    void sound.analyser().then((analyser) => {
      if (!analyser || ended) return
      const bins = new Uint8Array(analyser.frequencyBinCount)
      const nyquist = analyser.context.sampleRate / 2
      const bin = (column: number) => Math.round(((20 * 1000 ** (column / columns)) / nyquist) * bins.length)
      const draw = (now: number) => {
        frame = requestAnimationFrame(draw)
        if (calm && now - drawnAt < stillMs) return
        drawnAt = now
        analyser.getByteFrequencyData(bins)
        pen.clearRect(0, 0, place.width, place.height)
        pen.fillStyle = colour
        const width = place.width / columns
        for (let column = 0; column < columns; column += 1) {
          const [from, to] = [bin(column), Math.max(bin(column) + 1, bin(column + 1))]
          const height = (Math.max(...bins.subarray(from, Math.min(to, bins.length)), 0) / 255) * place.height
          pen.fillRect(column * width, place.height - height, width * 0.7, height)
        }
      }
      frame = requestAnimationFrame(draw)
    })
    return () => {
      ended = true
      cancelAnimationFrame(frame)
    }
  }, [runs, calm, sound])

  if (!on) return <p className="pl-quiet">{t('sound.off')}</p>
  return (
    <div className="pl-spectrum" aria-hidden="true">
      <canvas ref={canvas} width={480} height={96} />
    </div>
  )
}
