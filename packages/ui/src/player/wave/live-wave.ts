import type { PlayableView } from '../../site/views.ts'
import { type MarkersDetail, markersEvent, type WaveMarker } from './markers.ts'
import { readPeaks } from './peaks.ts'
import { WaveSlider } from './wave-slider.ts'

export interface WavePlayer {
  /** Known facts of a mix, or a request for them. Null: nothing can be said now. */
  facts(mixId: string): Promise<PlayableView | null>
  /** Plays it from there, or only jumps when it plays already. */
  seek(mixId: string, ms: number): void
}

const live = new WeakMap<HTMLElement, { mixId: string; slider: WaveSlider }>()
const kept = new Map<string, WaveMarker[]>()

/** Brings the waveform places of the page to life as they come into view. Returns what sets their time. */
export function liveWaves(player: WavePlayer): { refresh: () => void; setTime: (mixId: string | null, ms: number) => void } {
  let places: HTMLElement[] = []
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting && entry.target instanceof HTMLElement) void wake(entry.target)
    },
    { rootMargin: '200px' },
  )

  async function wake(place: HTMLElement): Promise<void> {
    seen.unobserve(place)
    const mixId = place.dataset.mix
    const stage = place.querySelector<HTMLElement>('.wave-live')
    if (!mixId || !stage || live.get(place)?.mixId === mixId) return
    const mix = await player.facts(mixId)
    if (!mix || place.dataset.mix !== mixId || !place.isConnected) return
    live.get(place)?.slider.destroy()
    const peaks = readPeaks(mix.peaks)
    if (!mix.stream || !peaks) {
      delete place.dataset.live
      live.delete(place)
      return
    }
    const slider = new WaveSlider({
      label: place.dataset.seek ?? '',
      durationMs: mix.durationMs,
      tracks: mix.tracks,
      peaks,
      onSeek: (ms) => player.seek(mixId, ms),
    })
    stage.replaceChildren(slider.root)
    place.dataset.live = ''
    live.set(place, { mixId, slider })
    slider.setMarkers(kept.get(mixId) ?? [])
  }

  document.addEventListener(markersEvent, (event) => {
    const { mixId, markers } = (event as CustomEvent<MarkersDetail>).detail
    kept.set(mixId, markers)
    for (const place of places) if (place.dataset.mix === mixId) live.get(place)?.slider.setMarkers(markers)
  })

  return {
    refresh: () => {
      places = [...document.querySelectorAll<HTMLElement>('.wave[data-mix]')]
      for (const place of places) {
        if (live.get(place)?.mixId === place.dataset.mix) continue
        // The same element, another mix: its old waveform must not be seen for a moment.
        delete place.dataset.live
        seen.observe(place)
      }
    },
    setTime: (mixId, ms) => {
      for (const place of places) {
        const known = live.get(place)
        if (known) known.slider.setTime(known.mixId === mixId ? ms : 0)
      }
    },
  }
}
