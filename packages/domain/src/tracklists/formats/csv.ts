import { refuse } from '../refusal.ts'

const mostCells = 200_000

/** Rows of a CSV file (RFC 4180); commas, semicolons or tabs, as its first line has them. Throws `invalid` for a quote that never ends. */
export function readCsv(text: string): string[][] {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  let cells = 0
  const endCell = (): void => {
    row.push(cell)
    cell = ''
    cells += 1
    if (cells > mostCells) throw refuse('absurd')
  }
  const endRow = (): void => {
    endCell()
    if (row.some((value) => value.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (sign === separator) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      endRow()
    } else cell += sign
  }
  if (isQuoted) throw refuse('unreadable')
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
