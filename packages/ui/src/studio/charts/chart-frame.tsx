import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * What every chart stands in: a heading that is the question, one sentence that answers it, the picture, and the figures behind it as a table
 * for whoever wants to read them, with or without eyes or scripts.
 */
export function ChartFrame({
  title,
  answer,
  table,
  children,
}: {
  title: string
  answer?: ReactNode
  table?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('studioInsight')
  return (
    <figure className="chart">
      <figcaption>
        <h2>{title}</h2>
        {answer ? <p>{answer}</p> : null}
      </figcaption>
      {children}
      {table ? (
        <details className="chart-table">
          <summary>{t('asTable')}</summary>
          {table}
        </details>
      ) : null}
    </figure>
  )
}

function AxisLabel({ at, label }: { at: number; label: string }) {
  if (at < 4) return <span data-end="start">{label}</span>
  if (at > 96) return <span data-end="end">{label}</span>
  return <span style={{ insetInlineStart: `${at}%` }}>{label}</span>
}

/** Words at their places along an axis, in percent of its length. The ends stay inside. */
export function AxisLabels({ marks }: { marks: { at: number; label: string }[] }) {
  return (
    <p className="chart-axis" aria-hidden="true">
      {marks.map(({ at, label }) => (
        <AxisLabel key={`${at}-${label}`} at={at} label={label} />
      ))}
    </p>
  )
}
