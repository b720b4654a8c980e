import { type CSSProperties, useEffect, useRef } from 'react'

/** Advance widths of Big Shoulders Display at weight 900 in thousandths of an em, read from the font (`measureText`) and grouped; the rest is near `other`. */
const groups: [width: number, letters: string][] = [
  [200, "I|·'"],
  [250, '.,:;!¡‘’`*•°()'],
  [350, '[]{}/'],
  [405, 'EFL"'],
  [420, 'TZ~^'],
  [455, 'JY“”®™'],
  [475, 'ABPRSX$¥'],
  [545, 'NÐ–+<>€'],
  [620, '&'],
  [680, '%_ÆŒ©…'],
  [735, '@#M'],
  [800, 'W'],
  [900, '—'],
  [1005, '№'],
  [274, '1'],
  [220, ' '],
  [233, 'I'],
]
const advance = new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))
const other = 502
const tracking = -0.01
/** Kerning and rounding differ by less than this; a line a hair too short is not seen, one too long is cut. */
const safety = 1.02

/** Width of a text set in capitals, in em. */
export function emWidth(text: string): number {
  const letters = [...text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')]
  return letters.reduce((sum, letter) => sum + (advance.get(letter) ?? other) / 1000 + tracking, 0) * safety
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

/** How far a letter's ink begins behind its origin, thousandths of an em: it is hung out, so that ink stands on the margin. */
const hang = (text: string) => (/^[ATVXY]/iu.test(text) ? 0 : /^[JSUWZ1347#]/iu.test(text) ? 0.016 : 0.031)

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
