import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useRef } from 'react'
import { wavePath } from './peaks.ts'
import { clockOf } from './time.ts'

const height = 96

interface Props {
  /** Name of the slider that seeks. */
  label: string
  /** 0..1, a column each; empty: a line. */
  peaks: readonly number[]
  durationMs: number
  positionMs: number
  onSeek: (ms: number) => void
  /** Handles and shades over the drawing, placed by `markStyle`. */
  children?: ReactNode
}

/** Where a moment stands on the drawing. */
export const markStyle = (ms: number, durationMs: number): { insetInlineStart: string } => ({
  insetInlineStart: `${(durationMs > 0 ? Math.min(1, Math.max(0, ms / durationMs)) : 0) * 100}%`,
})

/** The drawn recording: pressing it seeks, arrow keys move by five seconds, with Shift by half a minute. */
export function Waveform({ label, peaks, durationMs, positionMs, onSeek, children }: Props) {
  const field = useRef<HTMLDivElement>(null)
  const path = useMemo(() => wavePath(peaks, height), [peaks])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 30_000 : 5_000
    const to = { ArrowLeft: positionMs - step, ArrowRight: positionMs + step, Home: 0, End: durationMs }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onSeek(Math.min(durationMs, Math.max(0, to)))
  }
  const onPointerDown = (event: PointerEvent) => {
    const box = field.current?.getBoundingClientRect()
    if (!box || event.button !== 0) return
    onSeek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMs)
  }
  return (
    <div className="cut">
      <div
        ref={field}
        className="cut-field"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs / 1_000)}
        aria-valuenow={Math.round(positionMs / 1_000)}
        aria-valuetext={clockOf(Math.floor(positionMs / 1_000) * 1_000)}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      >
        <svg viewBox={`0 0 ${Math.max(1, peaks.length)} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {peaks.length > 0 ? <path d={path} /> : <path d={`M0 ${height / 2}h1`} />}
        </svg>
        <span className="cut-head" style={markStyle(positionMs, durationMs)} aria-hidden="true" />
      </div>
      {children}
    </div>
  )
}
