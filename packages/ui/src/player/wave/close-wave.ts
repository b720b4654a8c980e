import { formatDuration } from '../../site/duration.ts'
import type { TrackRow } from '../../site/views.ts'

export interface CloseOptions {
  label: string
  durationMs: number
  tracks: readonly TrackRow[]
  /** Columns of the whole, evenly spread: many a second. */
  peaks: Uint8Array
  onSeek: (ms: number) => void
}

/** Milliseconds that are seen at once: a few bars of music before and after what is heard. */
const windowMs = 24_000
const smallMs = 1_000
const largeMs = 10_000

/**
 * The waveform near the needle, as a DJ sees it: it runs under a line that stands still, and can be taken hold of and moved. Drawn from the
 * detailed peaks, where the whole mix's waveform has a column for some seconds.
 */
export class CloseWave {
  readonly root = document.createElement('div')
  readonly #canvas = document.createElement('canvas')
  readonly #options: CloseOptions
  readonly #sizes = new ResizeObserver(() => this.#draw())
  /** Where it was told to be, when, and how fast it goes on from there: 0 stands. */
  #known = { ms: 0, at: 0, rate: 0 }
  #drag: { x: number; ms: number; shown: number } | null = null
  #frame = 0
  #told = -1

  constructor(options: CloseOptions) {
    this.#options = options
    const { root } = this
    root.className = 'wave-close'
    root.tabIndex = 0
    root.setAttribute('role', 'slider')
    root.setAttribute('aria-label', options.label)
    root.setAttribute('aria-valuemin', '0')
    root.setAttribute('aria-valuemax', String(Math.round(options.durationMs / 1000)))
    this.#canvas.setAttribute('aria-hidden', 'true')
    root.append(this.#canvas)
    root.addEventListener('pointerdown', this.#down)
    root.addEventListener('pointermove', this.#move)
    root.addEventListener('pointerup', this.#up)
    root.addEventListener('pointercancel', this.#cancel)
    root.addEventListener('keydown', this.#key)
    this.#sizes.observe(root)
    this.setTime(0, 0)
  }

  /** `rate`: how fast it plays, 0 when it stands. Between two calls it runs on by itself, unless somebody asked for less motion. */
  setTime(ms: number, rate: number): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#known = { ms, at: performance.now(), rate: calm ? 0 : rate }
    const second = Math.floor(ms / 1000)
    if (second !== this.#told) {
      this.#told = second
      this.root.setAttribute('aria-valuenow', String(second))
      this.root.setAttribute('aria-valuetext', formatDuration(ms))
    }
    this.#draw()
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#sizes.disconnect()
    this.root.remove()
  }

  get #now(): number {
    if (this.#drag) return this.#drag.shown
    const { ms, at, rate } = this.#known
    // A clock that was not set for a second has stopped: it does not run away from what is heard.
    return ms + Math.min(1_000, performance.now() - at) * rate
  }
  readonly #draw = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#paint(this.#now)
    if (this.#known.rate > 0 && !this.#drag && this.root.isConnected) this.#frame = requestAnimationFrame(this.#draw)
  }
  #paint(ms: number): void {
    const { clientWidth: width, clientHeight: height } = this.root
    const context = this.#canvas.getContext('2d')
    if (width === 0 || !context) return
    const scale = Math.min(2, devicePixelRatio || 1)
    if (this.#canvas.width !== Math.round(width * scale)) this.#canvas.width = Math.round(width * scale)
    if (this.#canvas.height !== Math.round(height * scale)) this.#canvas.height = Math.round(height * scale)
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.clearRect(0, 0, width, height)
    const { peaks, durationMs, tracks } = this.#options
    const style = getComputedStyle(this.root)
    const [ink, played] = [
      style.color,
      style.getPropertyValue('--wave-fill').trim() || style.getPropertyValue('--accent').trim() || style.color,
    ]
    const msOfPixel = windowMs / width
    const columnsOfMs = peaks.length / Math.max(1, durationMs)
    const from = ms - windowMs / 2
    for (let x = 0; x < width; x += 2) {
      const at = from + x * msOfPixel
      if (at < 0 || at >= durationMs) continue
      const tall = Math.max(1, loudest(peaks, at * columnsOfMs, (at + 2 * msOfPixel) * columnsOfMs) * (height - 2))
      context.fillStyle = at < ms ? played : ink
      context.globalAlpha = at < ms ? 1 : 0.55
      context.fillRect(x, (height - tall) / 2, 1.4, tall)
    }
    context.globalAlpha = 1
    context.fillStyle = ink
    for (const { startMs } of tracks) {
      const x = (startMs - from) / msOfPixel
      if (startMs > 0 && x >= 0 && x <= width) context.fillRect(x, 0, 1, height)
    }
    context.fillRect(width / 2 - 1, 0, 2, height)
  }

  #inside(ms: number): number {
    return Math.min(Math.max(0, ms), Math.max(0, this.#options.durationMs - 250))
  }
  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    this.root.setPointerCapture(event.pointerId)
    const ms = this.#now
    this.#drag = { x: event.clientX, ms, shown: ms }
  }
  readonly #move = (event: PointerEvent): void => {
    if (!this.#drag) return
    const msOfPixel = windowMs / Math.max(1, this.root.clientWidth)
    this.#drag.shown = this.#inside(this.#drag.ms - (event.clientX - this.#drag.x) * msOfPixel)
    this.#draw()
  }
  readonly #up = (event: PointerEvent): void => {
    if (!this.#drag) return
    const { x, shown } = this.#drag
    this.#drag = null
    // A press without a move goes to what was pressed.
    const box = this.root.getBoundingClientRect()
    const pressed = shown + ((event.clientX - box.left) / Math.max(1, box.width) - 0.5) * windowMs
    this.#seek(Math.abs(event.clientX - x) < 4 ? pressed : shown)
  }
  readonly #cancel = (): void => {
    this.#drag = null
    this.#draw()
  }
  #seek(ms: number): void {
    const at = this.#inside(ms)
    this.setTime(at, 0)
    this.#options.onSeek(at)
  }
  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, number> = {
      ArrowRight: smallMs,
      ArrowUp: smallMs,
      ArrowLeft: -smallMs,
      ArrowDown: -smallMs,
      PageUp: largeMs,
      PageDown: -largeMs,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    this.#seek(this.#known.ms + step)
  }
}

/** 0 … 1 */
function loudest(peaks: Uint8Array, from: number, to: number): number {
  let highest = 0
  for (let column = Math.floor(from); column < Math.max(to, from + 1) && column < peaks.length; column += 1)
    highest = Math.max(highest, peaks[column] ?? 0)
  return highest / 255
}
