export interface TimedLine {
  atMs: number
  text: string
}

const stamp = /^\s*\[(\d{1,4}):([0-5]?\d)(?:[.:](\d{1,3}))?\]/
const offset = /^\s*\[offset:\s*([+-]?\d{1,7})\s*\]\s*$/i
const tag = /^\s*\[[a-z]+:.*\]\s*$/i

/**
 * Reads LRC: a line may have several times; `[offset:…]` (milliseconds, positive: earlier) holds for all; what else stands in brackets says
 * something of the file and is left out, and so are lines without a time. In order of time.
 */
export function parseLrc(text: string): TimedLine[] {
  let shift = 0
  const lines: TimedLine[] = []
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const shifted = offset.exec(line)
    if (shifted) shift = Number(shifted[1])
    if (tag.test(line) && !stamp.test(line)) continue
    const times: number[] = []
    let rest = line
    for (let match = stamp.exec(rest); match; match = stamp.exec(rest)) {
      const [whole, minutes = '0', seconds = '0', part = ''] = match
      times.push((Number(minutes) * 60 + Number(seconds)) * 1_000 + (part ? Number(part.padEnd(3, '0')) : 0))
      rest = rest.slice(whole.length)
    }
    for (const atMs of times) lines.push({ atMs, text: rest.replace(/\p{Cc}+/gu, ' ').trim() })
  }
  return lines.map(({ atMs, text: words }) => ({ atMs: Math.max(0, atMs - shift), text: words })).sort((a, b) => a.atMs - b.atMs)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Writes LRC; hundredths where they are enough, thousandths where they are not. */
export const formatLrc = (lines: readonly TimedLine[]): string =>
  lines
    .map(({ atMs, text }) => {
      const rest = atMs % 1_000
      const part = rest % 10 === 0 ? two(rest / 10) : String(rest).padStart(3, '0')
      return `[${two(Math.floor(atMs / 60_000))}:${two(Math.floor(atMs / 1_000) % 60)}.${part}]${text}`
    })
    .join('\n')
