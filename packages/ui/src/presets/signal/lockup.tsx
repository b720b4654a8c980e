import { type CSSProperties, useEffect, useRef } from 'react'

/** Advance widths of Big Shoulders Display at weight 900, thousandths of an em, read from the font (`measureText`). The rest is near `other`. */
const advance: Record<string, number> = {
  ...{ A: 478, B: 473, C: 490, D: 495, E: 408, F: 406, G: 493, H: 485, I: 230, J: 453, K: 497, L: 402, M: 745, N: 543, O: 497, P: 471 },
  ...{ Q: 497, R: 477, S: 474, T: 419, U: 487, V: 494, W: 800, X: 471, Y: 465, Z: 418, ' ': 220, '.': 250, ',': 251, ':': 250, ';': 251 },
  ...{ '!': 250, '?': 480, '&': 619, '+': 536, '-': 446, '–': 546, '—': 902, '/': 410, "'": 203, '’': 251, '(': 292, ')': 292, '1': 274 },
}
const other = 502
const tracking = -0.01
/** Kerning and rounding differ by less than this; a line a hair too short is not seen, one too long is cut. */
const safety = 1.012

/** Width of a text set in capitals, in em. */
export function emWidth(text: string): number {
  const letters = [...text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')]
  return letters.reduce((sum, letter) => sum + (advance[letter] ?? other) / 1000 + tracking, 0) * safety
}

/** Words in `count` lines at most, in order, the widest as narrow as it can be. */
export function partition(words: readonly string[], count: number): string[] {
  const total = emWidth(words.join(' '))
  for (let limit = total / count; ; limit *= 1.04) {
    const lines: string[] = []
    for (const word of words) {
      const last = lines.at(-1)
      if (last !== undefined && emWidth(`${last} ${word}`) <= limit) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    if (lines.length <= count) return lines
  }
}

const rows = (words: readonly string[], perLine: number) =>
  partition(words, Math.min(words.length, Math.max(1, Math.ceil(emWidth(words.join(' ')) / perLine))))

const size = (text: string) => ({ '--em': emWidth(text).toFixed(3) }) as CSSProperties

/**
 * Words locked into a block as wide as their column, each line as large as that makes it. Two settings in one text: `wide` and `narrow` are the
 * ems a line may hold on a desk and on a phone. Sizes come from the font's own widths, so nothing moves when scripts arrive; a DJ who has
 * chosen another display family gets the block squeezed by measuring.
 */
export function Lockup({ text, wide = 9, narrow = 3.9 }: { text: string; wide?: number; narrow?: number }) {
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      element.style.removeProperty('--squeeze')
      const room = element.getBoundingClientRect().width
      const widest = Math.max(...[...element.querySelectorAll('span')].map((line) => line.scrollWidth))
      if (widest > room * 1.02) element.style.setProperty('--squeeze', (room / widest).toFixed(3))
    }
    let gone = false
    document.fonts.ready.then(() => {
      if (!gone) measure()
    })
    return () => {
      gone = true
    }
  }, [])
  const words = text.trim().split(/\s+/u)
  return (
    <span className="lockup" ref={box}>
      {rows(words, wide).map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice, and lines never move
        <span className="lockup-row" key={at} style={size(row)}>
          {rows(row.split(' '), narrow).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span className="lockup-line" key={index} style={size(line)}>
              {line}{' '}
            </span>
          ))}
        </span>
      ))}
    </span>
  )
}
