import type { ReactNode } from 'react'
import { ChartFrame } from './chart-frame.tsx'

export interface ShareRow {
  key: string
  name: ReactNode
  /** 0 to 1, of the whole. */
  share: number
  count: string
  percent: string
}

/** Parts of a whole, the largest first: a table whose rows carry their own bar, so that the picture and the figures are one. */
export function ShareList({
  title,
  rows,
  labels,
  more,
}: {
  title: string
  rows: ShareRow[]
  labels: { name: string; count: string; percent: string }
  more?: ReactNode
}) {
  return (
    <ChartFrame title={title}>
      <table className="shares">
        <caption className="visually-hidden">{title}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{labels.name}</th>
            <th scope="col">{labels.count}</th>
            <th scope="col">{labels.percent}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, share, count, percent }) => (
            <tr key={key}>
              <th scope="row">
                <span>{name}</span>
                <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="share-bar">
                  <rect width={Math.max(0.5, share * 100)} height={4} />
                </svg>
              </th>
              <td>{count}</td>
              <td>{percent}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more ? <p className="chart-more">{more}</p> : null}
    </ChartFrame>
  )
}
