import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Figures, times and money stand at the end. */
  align?: 'start' | 'end'
  /** Width as CSS, so that the table stands still while its rows change. */
  width?: string
  /** The first column is each row's heading unless another says so. */
  heading?: boolean
  sort?: { href: string; direction: 'ascending' | 'descending' | null }
  /** Shown to screen readers alone: columns of actions. */
  hiddenLabel?: boolean
}

export interface TableProps<Row> {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** What stands there when there are no rows. */
  empty: ReactNode
  /** A row that is on its way or just changed. */
  rowState?: (row: Row) => 'pending' | 'fresh' | undefined
}

/** Fixed columns, figures in line, headings in sight. On a phone each row becomes a small sheet with its labels. */
export function Table<Row>({ caption, columns, rows, rowKey, empty, rowState }: TableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>
  const heading = columns.find((column) => column.heading)?.key ?? columns[0]?.key
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, label, align, sort, hiddenLabel }) => (
            <th key={key} scope="col" data-align={align} aria-sort={sort?.direction ?? undefined}>
              {sort ? (
                <a href={sort.href}>
                  {label}
                  <span className="sort-mark" aria-hidden="true">
                    {sort.direction === 'ascending' ? '↑' : sort.direction === 'descending' ? '↓' : ''}
                  </span>
                </a>
              ) : (
                <span className={hiddenLabel ? 'visually-hidden' : undefined}>{label}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-state={rowState?.(row)}>
            {columns.map((column) =>
              column.key === heading ? (
                <th key={column.key} scope="row" data-align={column.align}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-align={column.align} data-label={column.hiddenLabel ? undefined : column.label}>
                  <div className="cell">{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
