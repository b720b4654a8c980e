import { type Line, openType, place, type Typeface } from '../core/index.ts'
import type { Ink } from './press.ts'

export interface Words {
  /** The title, broken by hand where it should break. */
  lines: readonly string[]
  number: string
  /** What stands as high as the sheet, where a layout has a numeral: else the last figures of the number. */
  numeral?: string
  /** Short facts for the margins: style, tempo, date, length. */
  facts: readonly string[]
}

/** Shapes of one ink; layers print in order. */
export interface Layer {
  ink: Ink
  shapes: string
}

export interface Types {
  wide: Typeface
  mono: Typeface
  at: (wdth: number) => Promise<Typeface>
}

export async function loadTypes(): Promise<Types> {
  const [wide, mono] = await Promise.all([openType('archivo', { wght: 900, wdth: 125 }), openType('chivoMono', { wght: 500 })])
  return { wide, mono, at: (wdth) => openType('archivo', { wght: 900, wdth }) }
}

export const box = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`

export interface Set {
  type: string
  /** Strips as high as the lines and a little more: what lies under type when a picture is behind it. */
  plates: string
  top: number
  bottom: number
}

/** Lines as wide as the column or as high as allowed, set downwards. A tail below the baseline opens its line. */
export function stack(
  lines: readonly string[],
  face: Typeface,
  x: number,
  top: number,
  width: number,
  maxCap: number,
  gap: number,
  flush = true,
): Set {
  let y = top
  let type = ''
  let plates = ''
  const together = flush ? Number.POSITIVE_INFINITY : Math.min(...lines.map((text) => face.fit(text, width, maxCap, -18).capHeight))
  for (const [i, text] of lines.entries()) {
    const line = face.fit(text, width, Math.min(maxCap, together), -18)
    y += line.capHeight
    type += place(line, x, y)
    const pad = gap * 0.9
    plates += box(x - pad, y - line.capHeight - pad, line.inkRight - line.inkLeft + pad * 2, line.capHeight + pad * 2)
    if (i < lines.length - 1) y += gap + (/[gjpqyQ,]/.test(text) ? line.capHeight * 0.2 : 0)
  }
  return { type, plates, top, bottom: y }
}

/** The height that a stack takes. */
export const stackHeight = (lines: readonly string[], face: Typeface, width: number, maxCap: number, gap: number, flush = true) =>
  stack(lines, face, 0, 0, width, maxCap, gap, flush).bottom

/** Facts in a row: the first flush left, the last flush right, the rest on the columns between. */
export function factRow(facts: readonly string[], mono: Typeface, left: number, right: number, baseline: number, size: number): string {
  const last = facts.length - 1
  return facts
    .map((fact, i) =>
      i === last
        ? place(mono.line(fact, size), right, baseline, 'right')
        : place(mono.line(fact, size), left + ((right - left) / facts.length) * i, baseline),
    )
    .join('')
}

/** Facts under one another, each on its strip. */
export function factColumn(
  facts: readonly string[],
  mono: Typeface,
  x: number,
  bottom: number,
  size: number,
  align: 'left' | 'right',
): Pick<Set, 'type' | 'plates'> {
  const leading = size * 1.5
  let type = ''
  let plates = ''
  for (const [i, fact] of facts.entries()) {
    const line: Line = mono.line(fact, size)
    const y = bottom - (facts.length - 1 - i) * leading
    const width = line.inkRight - line.inkLeft
    type += place(line, x, y, align)
    plates += box((align === 'left' ? x : x - width) - size * 0.4, y - line.capHeight - size * 0.42, width + size * 0.8, leading + 1)
  }
  return { type, plates }
}
