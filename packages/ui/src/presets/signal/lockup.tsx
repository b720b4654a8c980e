import { type CSSProperties, useEffect, useRef } from 'react'

/** Advance widths of Big Shoulders Display at weight 900 in thousandths of an em, read from the font (`measureText`); the rest is near `other`. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const widths = [
  478, 473, 490, 495, 408, 406, 493, 485, 230, 453, 497, 402, 745, 543, 497, 471, 497, 477, 474, 419, 487, 494, 800, 471, 465, 418, 507,
  274, 490, 504, 511, 515, 499, 485, 501, 499,
]
const signs: [width: number, letters: string][] = [
  [220, ' '],
  [203, "·'|"],
  [250, '.,:;!¡‘’`*•°'],
  [292, '()'],
  [356, '[]{}'],
  [405, '/"^'],
  [455, '-“”®™¥'],
  [540, '–+~<>Ð'],
  [619, '&'],
  [680, '%_ÆŒ©…'],
  [730, '@#'],
  [902, '—'],
  [1005, '№'],
]
const advance = new Map<string, number>([
  ...[...letters].map((letter, at) => [letter, widths[at] ?? 0] as const),
  ...signs.flatMap(([width, set]) => [...set].map((letter) => [letter, width] as const)),
])
const other = 502
const tracking = -0.01
/** Kerning and rounding differ by less than this; a line a hair too short is not seen, one too long is cut. */
const safety = 1.004

/** How far a letter's ink stands from its edge, em: hung out on both sides, so that ink meets the margins. */
const bearing = (letter: string) => (/[ATVXY]/iu.test(letter) ? 0 : /[JSUWZ1347#]/iu.test(letter) ? 0.016 : 0.031)
const hang = (text: string) => bearing(text.charAt(0))

/** Width of the ink of a text set in capitals, in em. */
export function emWidth(text: string): number {
  const set = text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')
  const sum = [...set].reduce((total, letter) => total + (advance.get(letter) ?? other) / 1000 + tracking, 0)
  return Math.max(0.2, sum * safety - hang(set) - bearing(set.charAt(set.length - 1)))
}

/**
 * Words in lines of about `perLine` em each, in order: the breaks whose lines stray least from it, counted as ratios
 * (half as wide is as bad as twice). So a short word is never left alone to tower over the rest.
 */
export function setLines(words: readonly string[], perLine: number): string[] {
  const stray = (line: string) => Math.log(emWidth(line) / perLine) ** 2
  // best[n]: the cheapest setting of the first n words
  const best: { cost: number; lines: string[] }[] = [{ cost: 0, lines: [] }]
  for (let end = 1; end <= words.length; end += 1) {
    const choices = best.slice(0, end).map(({ cost, lines }, start) => {
      const line = words.slice(start, end).join(' ')
      return { cost: cost + stray(line), lines: [...lines, line] }
    })
    best.push(choices.reduce((a, b) => (b.cost < a.cost ? b : a)))
  }
  return best.at(-1)?.lines ?? []
}

const size = (text: string) => ({ '--em': emWidth(text).toFixed(3), '--hang': hang(text) }) as CSSProperties

/**
 * Words locked into a block as wide as their column, each line as large as that makes it. Two settings in one text: `wide` and `narrow` are the
 * ems a line may hold on a desk and on a phone. Sizes come from the font's own widths, so nothing moves when scripts arrive; a DJ who has
 * chosen another display family gets the block squeezed by measuring.
 */
export function Lockup({ text, wide = 9, narrow = 3 }: { text: string; wide?: number; narrow?: number }) {
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      element.style.removeProperty('--squeeze')
      const room = element.getBoundingClientRect().width
      const widest = Math.max(...[...element.querySelectorAll('span')].map((line) => line.scrollWidth))
      if (widest > room * 1.05) element.style.setProperty('--squeeze', (room / widest).toFixed(3))
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
      {setLines(words, wide).map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice, and lines never move
        <span className="lockup-row" key={at} style={size(row)}>
          {setLines(row.split(' '), narrow).map((line, index) => (
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
