import type { ReactNode } from 'react'
import { AxisLabels, ChartFrame } from './chart-frame.tsx'
import { labelled, roundTop } from './scale.ts'

export interface ChartColumn {
  /** What stands on the axis where there is room. */
  label: string
  /** What the column is, in full, with its figure. */
  text: string
  value: number
}

export interface ColumnChartProps {
  title: string
  answer?: ReactNode
  /** The picture in one sentence. */
  summary: string
  columns: ChartColumn[]
  /** A figure of the scale as a reader writes it. */
  format: (value: number) => string
  table?: ReactNode
  /** How many words the axis has room for on a phone. */
  mostLabels?: number
}

const height = 100

/** Counts one after the other. The scale begins at nothing; its top and middle are named. */
export function ColumnChart({ title, answer, summary, columns, format, table, mostLabels = 5 }: ColumnChartProps) {
  const top = roundTop(Math.max(0, ...columns.map(({ value }) => value)))
  return (
    <ChartFrame title={title} answer={answer} table={table}>
      <div className="chart-plot">
        <p className="chart-scale" aria-hidden="true">
          <span>{format(top)}</span>
          <span>{format(top / 2)}</span>
        </p>
        <svg role="img" aria-label={summary} viewBox={`0 0 ${columns.length} ${height}`} preserveAspectRatio="none">
          {[0, height / 2, height].map((y) => (
            <line key={y} x1={0} x2={columns.length} y1={y} y2={y} className="chart-rule" />
          ))}
          {columns.map(({ label, text, value }, index) => (
            <g key={label + text} className="chart-column">
              <rect x={index} y={0} width={1} height={height} className="chart-reach" />
              <rect
                x={index + 0.12}
                width={0.76}
                y={height - (value / top) * height}
                height={(value / top) * height}
                className="chart-bar"
              />
              <title>{text}</title>
            </g>
          ))}
        </svg>
      </div>
      <AxisLabels
        marks={labelled(columns.length, mostLabels).map((index) => ({
          at: ((index + 0.5) / columns.length) * 100,
          label: columns[index]?.label ?? '',
        }))}
      />
    </ChartFrame>
  )
}
