import type { ReactNode } from 'react'
import { AxisLabels, ChartFrame } from './chart-frame.tsx'

export interface RetentionChartProps {
  title: string
  answer?: ReactNode
  summary: string
  /** Share of the plays that heard each part, 0 to 1, in order. */
  shares: number[]
  /** The mix's waveform, 0 to 255 a column; null: none is known. */
  peaks: number[] | null
  /** Where tracks begin, in percent, with their names. */
  tracks: { at: number; label: string }[]
  /** Times along the axis, in percent. */
  times: { at: number; label: string }[]
  percent: (share: number) => string
  table?: ReactNode
}

const [width, height] = [1000, 100]

/** How much of the audience is there at each moment, over the sound itself. */
export function RetentionChart({ title, answer, summary, shares, peaks, tracks, times, percent, table }: RetentionChartProps) {
  const step = width / Math.max(1, shares.length)
  const line = shares.map((share, index) => `${(index * step).toFixed(1)} ${(height - Math.min(1, share) * height).toFixed(1)}`).join(' L ')
  const end = shares.length > 0 ? ` L ${width} ${(height - Math.min(1, shares.at(-1) ?? 0) * height).toFixed(1)}` : ''
  return (
    <ChartFrame title={title} answer={answer} table={table}>
      <div className="chart-plot chart-plot-tall">
        <p className="chart-scale" aria-hidden="true">
          <span>{percent(1)}</span>
          <span>{percent(0.5)}</span>
        </p>
        <svg role="img" aria-label={summary} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
          {peaks ? <path className="chart-wave" d={wave(peaks)} /> : null}
          {[0, height / 2, height].map((y) => (
            <line key={y} x1={0} x2={width} y1={y} y2={y} className="chart-rule" />
          ))}
          {tracks.map(({ at, label }) => (
            <line key={`${at}-${label}`} x1={at * 10} x2={at * 10} y1={0} y2={height} className="chart-mark">
              <title>{label}</title>
            </line>
          ))}
          {shares.length > 0 ? (
            <>
              <path className="chart-area" d={`M 0 ${height} L ${line}${end} L ${width} ${height} Z`} />
              <path className="chart-line" d={`M ${line}${end}`} />
            </>
          ) : null}
        </svg>
      </div>
      <AxisLabels marks={times} />
    </ChartFrame>
  )
}

/** The waveform around the middle, as one outline: hundreds of elements would cost more than they show. */
function wave(peaks: readonly number[]): string {
  const step = width / peaks.length
  const bars = peaks.map((peak, index) => {
    const half = Math.max(0.5, (peak / 255) * (height / 2))
    return `M ${(index * step + step * 0.15).toFixed(1)} ${(height / 2 - half).toFixed(1)} h ${(step * 0.7).toFixed(2)} v ${(half * 2).toFixed(1)} h ${(-step * 0.7).toFixed(2)} Z`
  })
  return bars.join(' ')
}
