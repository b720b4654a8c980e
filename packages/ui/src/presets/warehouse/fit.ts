/** Advance widths of Archivo 900 at its widest, in em: measured once, so that a title fills its column to the edge on the server already. */
const widths: Record<string, number> = {
  ...{ A: 0.95, B: 0.93, C: 0.94, D: 0.93, E: 0.86, F: 0.81, G: 1.01, H: 1.01, I: 0.4, J: 0.76, K: 0.99, L: 0.79, M: 1.18 },
  ...{ N: 1.01, O: 1.01, P: 0.87, Q: 1.01, R: 0.94, S: 0.88, T: 0.88, U: 0.99, V: 0.94, W: 1.23, X: 0.96, Y: 0.97, Z: 0.88 },
  ...{ '0': 0.81, '1': 0.73, '2': 0.81, '3': 0.81, '4': 0.82, '5': 0.81, '6': 0.82, '7': 0.76, '8': 0.83, '9': 0.82 },
  ...{ ' ': 0.29, '&': 1.07, '.': 0.38, ',': 0.38, ':': 0.37, '’': 0.32, "'": 0.32, '-': 0.42, '–': 0.63, '!': 0.39, '?': 0.74 },
  ...{ '(': 0.39, ')': 0.39, '/': 0.31, '+': 0.75 },
}
/** What nobody measured is taken for wide: too small is better than cut off. */
const unknown = 1.05
/** Letter-spacing of `.poster`, in em. */
const tracking = -0.02

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleUpperCase('en')

export const measure = (text: string): number => [...plain(text)].reduce((sum, letter) => sum + (widths[letter] ?? unknown) + tracking, 0)

/** Breaks words into so many lines that the longest is as short as it can be. Titles are short: every break is tried, the best prefix kept. */
export function breakLines(words: readonly string[], count: number): string[] {
  const lines = Math.min(count, words.length)
  const text = (from: number, to: number) => words.slice(from, to).join(' ')
  // best[n][end]: the least longest line of the first `end` words on n lines, and where the last of them starts.
  let best = words.map((_, index) => ({ width: measure(text(0, index + 1)), starts: [0] }))
  for (let line = 2; line <= lines; line += 1) {
    best = words.map((_, last) => {
      let found = { width: Number.POSITIVE_INFINITY, starts: [0] }
      for (let start = line - 1; start <= last; start += 1) {
        const before = best[start - 1]
        if (!before) continue
        const width = Math.max(before.width, measure(text(start, last + 1)))
        // On equal width the later line is kept longer: a heading that ends on one short word reads as an accident.
        if (width < found.width) found = { width, starts: [...before.starts, start] }
      }
      return found
    })
  }
  const starts = best[words.length - 1]?.starts ?? [0]
  return starts.map((start, index) => text(start, starts[index + 1] ?? words.length))
}

/** How far a letter stands off its own left edge, in em: a title is hung out by that much, so that its stems meet the margin. */
const bearing = (letter: string): number => ('AJTVWXYZ147'.includes(letter) ? 0.012 : 'CGOQS0235689'.includes(letter) ? 0.036 : 0.058)

export interface Fit {
  /** Indices of the words that begin a new line. */
  breaks: Set<number>
  /** Width of the longest line in em: the font size is the column's width divided by it. */
  width: number
  /** The least side bearing of all lines, in em. */
  hang: number
}

/** `flatness`: height over width that the block of lines may have. */
export function fit(title: string, flatness: number): Fit {
  const words = title.split(/\s+/).filter(Boolean)
  const total = measure(title)
  const count = Math.max(1, Math.floor(Math.sqrt((flatness * total) / 0.85)))
  const lines = breakLines(words, count)
  const breaks = new Set<number>()
  let at = 0
  for (const line of lines) {
    if (at > 0) breaks.add(at)
    at += line.split(' ').length
  }
  const hang = Math.min(...lines.map((line) => bearing(plain(line).charAt(0))))
  return { breaks, width: Math.max(1, ...lines.map(measure)) - hang, hang }
}

export const hasAccents = (text: string): boolean => /\p{M}/u.test(text.normalize('NFD'))

/** For display type that wraps by itself: the share of the column at which its longest word still fits (`--word`, css/type.css). */
export const longestWord = (text: string): Record<'--word', string> => ({
  '--word': (1 / Math.max(1, ...text.split(/\s+/).map(measure))).toFixed(4),
})
