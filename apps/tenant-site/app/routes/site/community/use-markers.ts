import { useTranslation } from '@residency/i18n/react'
import { type MarkersDetail, markersEvent } from '@residency/ui/player'
import { formatDuration } from '@residency/ui/site'
import { useEffect } from 'react'

/** The waveform comes to life in its own time; what was said before is said again. */
const againMs = [0, 1_500, 5_000]

/** Shows on the mix's waveforms where something was said. */
export function useMarkers(mixId: string, markers: { ms: number; count: number }[] | null): void {
  const { t } = useTranslation('community')
  useEffect(() => {
    if (!markers) return
    const detail: MarkersDetail = {
      mixId,
      markers: markers.map(({ ms, count }) => ({ ms, label: t('marker', { count, time: formatDuration(ms) }) })),
    }
    const tell = () => document.dispatchEvent(new CustomEvent(markersEvent, { detail }))
    const timers = againMs.map((ms) => setTimeout(tell, ms))
    return () => timers.forEach(clearTimeout)
  }, [mixId, markers, t])
}
