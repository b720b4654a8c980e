import { place, type Size } from '../core/index.ts'
import { grounds, type Ink } from './press.ts'
import { box, factColumn, factRow, type Layer, stack, stackHeight, type Types, type Words } from './setting.ts'

export interface Layout {
  under: Layer[]
  over: Layer[]
  /** Where the object stands: its centre, and half its height, in shares of the sheet's height. */
  stage: { x: number; y: number; half: number }
}

export type LayoutName = 'slab' | 'spine' | 'echo' | 'numeral' | 'tape' | 'corner' | 'strips' | 'bill'
type Draw = (words: Words, size: Size, types: Types, ground: Ink) => Promise<Layout>

/** Everything hangs on one margin and one size for facts. */
const margin = (size: Size) => Math.round(size.width * 0.046)
const small = (size: Size) => size.width * 0.0215
/** The block that a title stands on, and the ink of the title on it. */
const blocks: Record<Ink, [Ink, Ink]> = { soot: ['burn', 'soot'], paper: ['soot', 'paper'], burn: ['soot', 'burn'] }

/** A block of ink below, the title filling it, the object standing behind its edge. */
const slab: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const gap = size.height * 0.022
  const width = size.width - m * 2
  const high = stackHeight(words.lines, types.wide, width, size.height * 0.19, gap)
  const top = size.height - m - high
  const edge = top - m * 0.9
  const [block, ink] = blocks[ground]
  const head = factRow([words.number, ...words.facts], types.mono, m, size.width - m, m + small(size) * 0.72, small(size))
  const band = box(0, 0, size.width, m * 1.9)
  return {
    under: [],
    over: [
      { ink: ground, shapes: band },
      { ink: grounds[ground].quiet, shapes: head + box(m, m * 1.9 - 3, width, 3) },
      { ink: block, shapes: box(0, edge, size.width, size.height - edge) },
      { ink, shapes: stack(words.lines, types.wide, m, top, width, size.height * 0.19, gap).type },
    ],
    stage: { x: 0.5, y: (edge / size.height + 0.09) / 2, half: (edge / size.height - 0.04) / 2 + 0.07 },
  }
}

/** The title climbs the left edge; the object takes the rest and loses against it. */
const spine: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const gap = size.width * 0.024
  const run = size.height - m * 2
  const maxCap = size.width * (words.lines.length > 1 ? 0.17 : 0.25)
  const depth = stackHeight(words.lines, types.wide, run, maxCap, gap)
  const set = stack(words.lines, types.wide, 0, 0, run, maxCap, gap)
  const climb = (shapes: string) => `<g transform="translate(${m} ${size.height - m}) rotate(-90)">${shapes}</g>`
  const facts = factColumn([words.number, ...words.facts], types.mono, size.width - m, size.height - m, small(size), 'right')
  const column = (m * 1.9 + depth) / size.width
  return {
    under: [],
    over: [
      { ink: ground, shapes: box(0, 0, column * size.width, size.height) + facts.plates },
      { ink: grounds[ground].strong, shapes: climb(set.type) },
      { ink: grounds[ground].quiet, shapes: facts.type },
    ],
    stage: { x: column + (1 - column) * 0.5, y: 0.5, half: 0.5 },
  }
}

/** The title again and again, from the narrowest cut of the type to the widest, and the object in front of it. */
const echo: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const width = size.width - m * 2
  const text = words.lines.join(' ')
  const floor = size.height - m * 2.6
  let y = m
  let type = ''
  for (const wdth of [62, 74, 86, 98, 110, 125]) {
    const line = (await types.at(wdth)).fit(text, width, size.height * 0.3, -14)
    if (y + line.capHeight > floor) break
    y += line.capHeight
    type += place(line, m, y)
    y += size.height * 0.016
  }
  const edge = size.height - m * 1.9
  return {
    under: [{ ink: grounds[ground].strong, shapes: type }],
    over: [
      { ink: ground, shapes: box(0, edge, size.width, size.height - edge) },
      {
        ink: grounds[ground].quiet,
        shapes:
          box(m, edge, width, 3) + factRow([words.number, ...words.facts], types.mono, m, size.width - m, size.height - m, small(size)),
      },
    ],
    stage: { x: 0.58, y: 0.58, half: 0.47 },
  }
}

/** The catalogue number as high as the sheet, cut by its edge; the title on a strip below. */
const numeral: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const gap = size.height * 0.018
  const width = size.width - m * 2
  const digits = words.numeral ?? words.number.replace(/\D+/g, '').slice(-2)
  const huge = (await types.at(88)).fit(digits, size.width * 1.5, size.height * 0.72, -50)
  const maxCap = size.height * 0.085
  const high = stackHeight(words.lines, types.wide, width * 0.72, maxCap, gap, false)
  const edge = size.height - m * 1.8 - high
  const facts = factColumn(words.facts, types.mono, size.width - m, size.height - m, small(size), 'right')
  return {
    under: [{ ink: grounds[ground].strong, shapes: place(huge, size.width + m * 0.7, huge.capHeight - m * 0.2, 'right') }],
    over: [
      { ink: ground, shapes: box(0, edge, size.width, size.height - edge) },
      {
        ink: grounds[ground].quiet,
        shapes: stack(words.lines, types.wide, m, size.height - m - high, width * 0.72, maxCap, gap, false).type + facts.type,
      },
    ],
    stage: { x: 0.36, y: 0.44, half: 0.5 },
  }
}

/** One line on tape across the object. */
const tape: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const line = types.wide.fit(words.lines.join(' '), size.width * 0.9, size.height * 0.15, -16)
  const pad = size.height * 0.034
  const high = line.capHeight + pad * 2
  const y = size.height * 0.72
  const tilt = (shapes: string) => `<g transform="rotate(-7 ${size.width / 2} ${y})">${shapes}</g>`
  const [block, ink] = blocks[ground]
  const facts = factRow([words.number, ...words.facts], types.mono, m, size.width - m, size.height - m, small(size))
  return {
    under: [],
    over: [
      { ink: block, shapes: tilt(box(-200, y - high, size.width + 400, high)) },
      { ink, shapes: tilt(place(line, size.width / 2, y - pad, 'centre')) },
      { ink: ground, shapes: box(0, size.height - m * 1.9, size.width, m * 1.9) },
      { ink: grounds[ground].quiet, shapes: facts },
    ],
    stage: { x: 0.5, y: 0.46, half: 0.52 },
  }
}

/** The title above, the object rising out of the lower corner. */
const corner: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const gap = size.height * 0.02
  const set = stack(words.lines, types.wide, m, m, size.width - m * 2, size.height * 0.13, gap, false)
  const facts = factColumn([words.number, ...words.facts], types.mono, m, size.height - m, small(size), 'left')
  const top = set.bottom / size.height
  return {
    under: [],
    over: [
      { ink: ground, shapes: facts.plates },
      { ink: grounds[ground].strong, shapes: set.type },
      { ink: grounds[ground].quiet, shapes: facts.type },
    ],
    stage: { x: 0.62, y: top + 0.04 + (1 - top) * 0.52, half: (1 - top) * 0.56 },
  }
}

/** The object fills the sheet; the words are cut out and pasted on. */
const strips: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const gap = size.height * 0.022
  const width = size.width * 0.74
  const high = stackHeight(words.lines, types.wide, width, size.height * 0.105, gap * 2.2, false)
  const set = stack(words.lines, types.wide, m * 1.5, size.height - m * 1.6 - high, width, size.height * 0.105, gap * 2.2, false)
  const facts = factColumn(
    [words.number, ...words.facts],
    types.mono,
    size.width - m,
    m + small(size) * (words.facts.length * 1.5 + 0.9),
    small(size),
    'right',
  )
  const [block, ink] = blocks[ground]
  return {
    under: [],
    over: [
      { ink: block, shapes: set.plates },
      { ink, shapes: set.type },
      { ink: ground, shapes: facts.plates },
      { ink: grounds[ground].quiet, shapes: facts.type },
    ],
    stage: { x: 0.5, y: 0.5, half: 0.56 },
  }
}

/** A flyer: the night above as wide as the paper, the day as tall as it can be, the place in a block below. */
const bill: Draw = async (words, size, types, ground) => {
  const m = margin(size)
  const gap = size.width * 0.022
  const width = size.width - m * 2
  const set = stack(words.lines, types.wide, m, m * 2.2, width, size.height * 0.13, gap)
  const tail = /[gjpqy]/.test(words.lines.at(-1) ?? '') ? size.height * 0.028 : 0
  const head = set.bottom + tail
  const [block, ink] = blocks[ground]
  const day = (await types.at(62)).fit(words.number, width * 0.5, size.height * 0.17, -20)
  const edge = size.height - m * 2 - day.capHeight
  const facts = words.facts
    .map((fact, i) =>
      place(
        types.mono.line(fact, small(size) * 1.28),
        size.width - m,
        size.height - m - (words.facts.length - 1 - i) * small(size) * 1.9,
        'right',
      ),
    )
    .join('')
  return {
    under: [],
    over: [
      { ink: ground, shapes: box(0, 0, size.width, head + gap) },
      { ink: grounds[ground].strong, shapes: box(m, m, width, size.width * 0.012) + set.type },
      { ink: block, shapes: box(0, edge, size.width, size.height - edge) },
      { ink, shapes: place(day, m, size.height - m) + facts },
    ],
    stage: { x: 0.5, y: (head + edge) / 2 / size.height, half: ((edge - head) / size.height) * 0.56 },
  }
}

export const layouts: Record<LayoutName, Draw> = { slab, spine, echo, numeral, tape, corner, strips, bill }
