/** A moment of a mix that others show on its waveforms: a comment, say. */
export interface WaveMarker {
  ms: number
  label: string
}

/** Whoever knows such moments says so: `document.dispatchEvent(new CustomEvent(markersEvent, { detail }))`, as often as they change. */
export const markersEvent = 'wave:markers'
export interface MarkersDetail {
  mixId: string
  markers: WaveMarker[]
}
