import { formatDuration } from '../../site/duration.ts'
import type { TrackRow } from '../../site/views.ts'
import { trackAt } from '../rules/chapters.ts'
import type { WaveMarker } from './markers.ts'
import { barsOf, barsPath } from './peaks.ts'

export interface WaveOptions {
  label: string
  durationMs: number
  tracks: readonly TrackRow[]
  peaks: Uint8Array | null
  onSeek: (ms: number) => void
}

const svg = 'http://www.w3.org/2000/svg'
const smallMs = 5_000
const largeMs = 60_000

/**
 * A mix as a picture one can press: a slider (WAI-ARIA) over its waveform, with marks where tracks begin. Plain DOM, since it stands in pages that
 * React has drawn, in the player's own tree and in the embed alike. Colours and shape are CSS: `--wave-bar`, `--wave-gap`, `--wave-mirror`.
 */
export class WaveSlider {
  readonly root = document.createElement('div')
  readonly #base = document.createElementNS(svg, 'path')
  readonly #played = document.createElementNS(svg, 'path')
  readonly #drawing = document.createElementNS(svg, 'svg')
  readonly #marks = document.createElement('div')
  readonly #hover = document.createElement('output')
  readonly #sizes = new ResizeObserver(() => this.#draw())
  #options: WaveOptions
  #ms = 0
  #told = -1
  #drag: number | null = null
  #width = 0

  constructor(options: WaveOptions) {
    this.#options = options
    const { root } = this
    root.className = 'wave-slider'
    root.tabIndex = 0
    root.setAttribute('role', 'slider')
    root.setAttribute('aria-orientation', 'horizontal')
    this.#drawing.setAttribute('preserveAspectRatio', 'none')
    this.#drawing.setAttribute('aria-hidden', 'true')
    this.#base.setAttribute('class', 'wave-base')
    this.#played.setAttribute('class', 'wave-played')
    this.#drawing.append(this.#base, this.#played)
    this.#marks.className = 'wave-marks'
    this.#marks.setAttribute('aria-hidden', 'true')
    this.#hover.className = 'wave-hover'
    this.#hover.setAttribute('aria-hidden', 'true')
    this.#hover.hidden = true
    root.append(this.#drawing, this.#marks, this.#hover)
    root.addEventListener('pointerdown', this.#down)
    root.addEventListener('pointermove', this.#move)
    root.addEventListener('pointerup', this.#up)
    root.addEventListener('pointercancel', this.#leave)
    root.addEventListener('pointerleave', this.#leave)
    root.addEventListener('keydown', this.#key)
    this.#sizes.observe(root)
    this.update(options)
  }

  update(change: Partial<WaveOptions>): void {
    this.#options = { ...this.#options, ...change }
    const { label, durationMs } = this.#options
    this.root.setAttribute('aria-label', label)
    this.root.setAttribute('aria-valuemin', '0')
    this.root.setAttribute('aria-valuemax', String(Math.round(durationMs / 1000)))
    this.#told = -1
    this.#width = 0
    this.#draw()
    this.setMarkers([])
    this.setTime(this.#ms)
  }

  setTime(ms: number): void {
    this.#ms = ms
    if (this.#drag === null) this.#show(ms)
    const second = Math.floor(ms / 1000)
    if (second === this.#told) return
    this.#told = second
    this.root.setAttribute('aria-valuenow', String(second))
    this.root.setAttribute('aria-valuetext', this.#words(ms))
  }

  /** Comments and the like, beside the tracks. */
  setMarkers(markers: readonly WaveMarker[]): void {
    const { tracks } = this.#options
    const mark = (ms: number, kind: string) => {
      const place = document.createElement('i')
      place.className = kind
      place.style.insetInlineStart = `${this.#part(ms) * 100}%`
      return place
    }
    this.#marks.replaceChildren(
      ...tracks.filter((track) => track.startMs > 0).map((track) => mark(track.startMs, 'wave-mark')),
      ...markers.map(({ ms }) => mark(ms, 'wave-note')),
    )
  }

  destroy(): void {
    this.#sizes.disconnect()
    this.root.remove()
  }

  #part(ms: number): number {
    return Math.min(1, Math.max(0, ms / Math.max(1, this.#options.durationMs)))
  }
  #show(ms: number): void {
    this.root.style.setProperty('--at', `${(this.#part(ms) * 100).toFixed(3)}%`)
  }
  #words(ms: number): string {
    const { tracks, durationMs } = this.#options
    const track = tracks[trackAt(tracks, ms)]
    const time = `${formatDuration(ms)} / ${formatDuration(durationMs)}`
    return track ? `${time}, ${track.artist} – ${track.title}` : time
  }
  #draw(): void {
    const width = Math.round(this.root.clientWidth)
    if (width === 0 || width === this.#width) return
    this.#width = width
    const style = getComputedStyle(this.root)
    const thick = Number.parseFloat(style.getPropertyValue('--wave-bar')) || 2
    const gap = Number.parseFloat(style.getPropertyValue('--wave-gap')) || 1
    const count = Math.floor(width / (thick + gap))
    const { peaks } = this.#options
    const bars = peaks ? barsOf(peaks, count) : Array.from({ length: count }, () => 0.02)
    const path = barsPath(bars, thick + gap, thick, style.getPropertyValue('--wave-mirror').trim() === '1')
    this.#drawing.setAttribute('viewBox', `0 0 ${width} 100`)
    this.#base.setAttribute('d', path)
    this.#played.setAttribute('d', path)
  }

  #at(event: PointerEvent): number {
    const box = this.root.getBoundingClientRect()
    return this.#part(((event.clientX - box.left) / Math.max(1, box.width)) * this.#options.durationMs) * this.#options.durationMs
  }
  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    this.root.setPointerCapture(event.pointerId)
    this.#drag = this.#at(event)
    this.#show(this.#drag)
  }
  readonly #move = (event: PointerEvent): void => {
    const ms = this.#at(event)
    this.#hover.hidden = false
    const { tracks } = this.#options
    const track = tracks[trackAt(tracks, ms)]
    this.#hover.textContent = track ? `${formatDuration(ms)}  ${track.artist} – ${track.title}` : formatDuration(ms)
    this.#hover.style.setProperty('--hover', `${this.#part(ms) * 100}%`)
    this.#hover.dataset.side = this.#part(ms) > 0.5 ? 'end' : 'start'
    if (this.#drag === null) return
    this.#drag = ms
    this.#show(ms)
  }
  readonly #up = (event: PointerEvent): void => {
    if (this.#drag === null) return
    const ms = this.#at(event)
    this.#drag = null
    this.#options.onSeek(ms)
  }
  readonly #leave = (event: PointerEvent): void => {
    if (event.type === 'pointercancel') this.#drag = null
    if (this.#drag !== null) return
    this.#hover.hidden = true
    this.#show(this.#ms)
  }
  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { durationMs } = this.#options
    const steps: Record<string, number> = {
      ArrowRight: this.#ms + smallMs,
      ArrowUp: this.#ms + smallMs,
      ArrowLeft: this.#ms - smallMs,
      ArrowDown: this.#ms - smallMs,
      PageUp: this.#ms + largeMs,
      PageDown: this.#ms - largeMs,
      Home: 0,
      End: durationMs - 1_000,
    }
    const ms = steps[event.key]
    if (ms === undefined) return
    event.preventDefault()
    event.stopPropagation()
    this.#options.onSeek(Math.min(Math.max(0, ms), durationMs))
  }
}
