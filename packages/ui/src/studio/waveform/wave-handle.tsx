import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { clockOf } from './time.ts'
import { markStyle } from './waveform.tsx'

interface Props {
  label: string
  /** What stands on it. */
  mark?: string
  ms: number
  durationMs: number
  /** Called while it moves; `done` at the end. */
  onMove: (ms: number, done: boolean) => void
  /** Where it catches, in milliseconds: near one of them it stands on it, unless Alt is held. */
  snaps?: readonly number[]
  current?: boolean
  onFocus?: () => void
}

/** Handles catch what is this near, in pixels. */
const catchPx = 6

/** A moment on the waveform that can be dragged; with keys by a second, with Shift by ten, with Alt by a tenth. */
export function WaveHandle({ label, mark, ms, durationMs, onMove, snaps = [], current = false, onFocus }: Props) {
  const dragged = useRef(false)
  const within = (to: number): number => Math.round(Math.min(durationMs, Math.max(0, to)))
  const at = (event: PointerEvent<HTMLButtonElement>): number => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!box) return ms
    const free = ((event.clientX - box.left) / box.width) * durationMs
    const reach = (catchPx / box.width) * durationMs
    const near = event.altKey ? undefined : nearest(snaps, free)
    return within(near !== undefined && Math.abs(near - free) <= reach ? near : free)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10_000 : event.altKey ? 100 : 1_000
    const to = { ArrowLeft: ms - step, ArrowRight: ms + step, ArrowDown: ms - step, ArrowUp: ms + step }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onMove(within(to), true)
  }
  return (
    <button
      type="button"
      className="cut-handle"
      role="slider"
      data-current={current ? '' : undefined}
      style={markStyle(ms, durationMs)}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={durationMs}
      aria-valuenow={ms}
      aria-valuetext={clockOf(ms)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => dragged.current && onMove(at(event), false)}
      onPointerUp={(event) => {
        if (!dragged.current) return
        dragged.current = false
        onMove(at(event), true)
      }}
      onPointerCancel={() => {
        dragged.current = false
      }}
    >
      {mark}
    </button>
  )
}

const nearest = (snaps: readonly number[], ms: number): number | undefined => {
  let best: number | undefined
  for (const snap of snaps) if (best === undefined || Math.abs(snap - ms) < Math.abs(best - ms)) best = snap
  return best
}
