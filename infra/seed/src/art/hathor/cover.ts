import { drawMask, hex, ink, openType, type Picture, place, type Size } from '../core/index.ts'
import type { Disc, Motif } from './air.ts'
import { Exposure } from './exposure.ts'
import { delta, dunes, rain, reeds, smoke, water } from './motifs-earth.ts'
import { curtains, eclipse, horns, pendulum, phases, trails, veil } from './motifs-sky.ts'
import { profile } from './portrait.ts'
import { type SkyName, skies } from './skies.ts'

export const motifs = {
  veil,
  dunes,
  trails,
  eclipse,
  water,
  reeds,
  curtains,
  smoke,
  phases,
  pendulum,
  rain,
  delta,
  horns,
  profile,
} satisfies Record<string, Motif>
export type MotifName = keyof typeof motifs

export interface HathorSheet {
  seed: string
  motif: MotifName
  sky: SkyName
  disc: Disc
  words?: { lines: readonly string[]; number: string; facts: readonly string[]; at: Place; italic?: boolean }
}

/** Where the words stand: they keep to the darkest corner of their picture. */
export type Place = 'top-left' | 'bottom-left' | 'top-right' | 'bottom-right' | 'top-centre'

const bone = hex('#efe6d6')

export async function drawNight(sheet: HathorSheet, size: Size): Promise<Picture> {
  const frame = new Exposure(size)
  motifs[sheet.motif](frame, skies[sheet.sky], sheet.disc, sheet.seed)
  frame.bloom({ amount: 0.34, reach: 0.01 }, { amount: 0.3, reach: 0.05 })
  const picture = frame.develop(sheet.seed)
  if (sheet.words) ink(picture, await drawMask(size, await set(sheet.words, size)), bone, 0.94)
  return picture
}

async function set(words: NonNullable<HathorSheet['words']>, size: Size): Promise<string> {
  const display = await openType(words.italic ? 'newsreaderItalic' : 'newsreader', { wght: 320, opsz: 72 })
  const caps = await openType('hanken', { wght: 540 })
  const m = size.width * 0.066
  const longest = Math.max(...words.lines.map((text) => display.line(text, 100, -14).width))
  const em = Math.min(size.width * (words.lines.length === 1 ? 0.118 : 0.092), (size.width * 0.84 * 100) / longest)
  const leading = em * 1.0
  const tiny = size.width * 0.0172
  const align = words.at.endsWith('right') ? 'right' : words.at.endsWith('centre') ? 'centre' : 'left'
  const x = align === 'left' ? m : align === 'right' ? size.width - m : size.width / 2
  const small = (text: string) => caps.line(text.toUpperCase(), tiny, 130)
  const top = words.at.startsWith('top')
  const first = top ? m + em * 0.68 : size.height - m - tiny * 3.6 - (words.lines.length - 1) * leading
  const title = words.lines.map((text, i) => place(display.line(text, em, -14), x, first + i * leading, align)).join('')
  const after = first + (words.lines.length - 1) * leading
  const line = top ? after + tiny * 4.2 : size.height - m
  return title + place(small([words.number, ...words.facts].join('   ')), x, line, align)
}
