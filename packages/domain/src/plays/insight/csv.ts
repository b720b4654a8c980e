/** What a spreadsheet would take for a formula, or a separator that it would swallow. */
const formula = /^[=+\-@\t\r]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",;\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * A table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, "CSV Injection"); figures stay figures.
 */
export const toCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
