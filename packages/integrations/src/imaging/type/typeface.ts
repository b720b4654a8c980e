/// <reference path="./wawoff2.d.ts" />
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type FamilyId, families } from '@residency/brand'
import { Blob, Face, Feature, Font, Buffer as GlyphBuffer, MetricsTag, shape, Variation } from 'harfbuzzjs'
import decompress from 'wawoff2/decompress.js'

/**
 * Type as outlines, from the very files the sites serve: resvg reads neither WOFF2 nor the axes of a variable font,
 * and outlines draw the same on every machine.
 */
export interface TypeStyle {
  family: FamilyId
  italic?: boolean
  /** Axes that the family lacks are passed over; values beyond its range stop at the range's end. */
  axes?: Partial<Record<'wght' | 'wdth' | 'opsz', number>>
  /** In thousandths of an em. */
  tracking?: number
  /** OpenType features, such as `tnum`. */
  features?: readonly string[]
}

export interface Line {
  /** SVG path data; the baseline begins at 0,0. */
  d: string
  width: number
  /** Where the ink begins and ends: large type is aligned by it and not by its side bearings. */
  inkLeft: number
  inkRight: number
}

interface LoadedFace {
  face: Face
  covers: ReadonlySet<number>
}

const require = createRequire(import.meta.url)
const faces = new Map<string, Promise<LoadedFace>>()
const typefaces = new Map<string, Promise<Typeface>>()

async function loadFace(family: FamilyId, file: string): Promise<LoadedFace> {
  const folder = family === 'dm-mono' ? '@fontsource/dm-mono' : `@fontsource-variable/${family}`
  const face = new Face(new Blob(await decompress(await readFile(require.resolve(`${folder}/files/${file}.woff2`)))))
  return { face, covers: new Set(face.collectUnicodes()) }
}

function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  // A failure is not kept: the next asks the disk again.
  made.catch(() => kept.delete(key))
  return made
}

/** Opens a style; the same style is opened once. */
export function openType(style: TypeStyle): Promise<Typeface> {
  return once(typefaces, JSON.stringify(style), async () => {
    const wanted = style.italic ? 'italic' : 'normal'
    const own = families[style.family].files
    const weights = own.filter((file) => file.style === wanted && !file.weight.includes(' '))
    // Families of single weights (DM Mono): the nearest to what is asked for.
    const [nearest] = weights.sort(
      (a, b) => Math.abs(Number(a.weight) - (style.axes?.wght ?? 400)) - Math.abs(Number(b.weight) - (style.axes?.wght ?? 400)),
    )
    const files = own.filter((file) => file.style === wanted && (!nearest || file.weight === nearest.weight))
    const chosen = files.length > 0 ? files : own.filter((file) => file.style === 'normal')
    const loaded = await Promise.all(chosen.map(({ file }) => once(faces, file, () => loadFace(style.family, file))))
    return new Typeface(loaded, style)
  })
}

export class Typeface {
  readonly #fonts: { font: Font; upem: number; covers: ReadonlySet<number> }[]
  readonly #style: TypeStyle
  /** Height of a capital in ems. */
  readonly capHeight: number

  constructor(loaded: readonly LoadedFace[], style: TypeStyle) {
    this.#style = style
    this.#fonts = loaded.map(({ face, covers }) => {
      const font = new Font(face)
      font.setVariations(Object.entries(style.axes ?? {}).map(([tag, value]) => new Variation(tag, value)))
      return { font, upem: face.upem, covers }
    })
    const [first] = this.#fonts
    if (!first) throw new Error(`The family ${style.family} has no files`)
    this.capHeight = first.font.getMetricPositionWithFallback(MetricsTag.CAP_HEIGHT) / first.upem
  }

  /** The text without what the family has no letters for; composed, so that an accent stays with its letter. */
  settable(text: string): string {
    return [...text.normalize('NFC')]
      .filter((letter) => this.#fonts.some(({ covers }) => covers.has(letter.codePointAt(0) ?? 0)))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  }

  /** One line at a size in pixels. */
  line(text: string, size: number): Line {
    const gap = ((this.#style.tracking ?? 0) / 1000) * size
    const parts: string[] = []
    let [x, inkLeft, inkRight] = [0, Number.POSITIVE_INFINITY, 0]
    for (const { run, font, upem } of this.#runs(text)) {
      const scale = size / upem
      for (const glyph of this.#shape(font, run)) {
        const [originX, originY] = [x + (glyph.xOffset ?? 0) * scale, -(glyph.yOffset ?? 0) * scale]
        for (const { type, values } of font.glyphToJson(glyph.codepoint)) {
          parts.push(
            type + values.map((value, index) => (index % 2 === 0 ? originX + value * scale : originY - value * scale).toFixed(1)).join(' '),
          )
        }
        const extents = font.glyphExtents(glyph.codepoint)
        if (extents && extents.width > 0) {
          inkLeft = Math.min(inkLeft, originX + extents.xBearing * scale)
          inkRight = Math.max(inkRight, originX + (extents.xBearing + extents.width) * scale)
        }
        x += (glyph.xAdvance ?? 0) * scale + gap
      }
    }
    return { d: parts.join(''), width: Math.max(0, x - gap), inkLeft: Number.isFinite(inkLeft) ? inkLeft : 0, inkRight }
  }

  /** Advance width at one pixel. */
  measure(text: string): number {
    let [units, glyphs] = [0, 0]
    for (const { run, font, upem } of this.#runs(text)) {
      for (const glyph of this.#shape(font, run)) {
        units += (glyph.xAdvance ?? 0) / upem
        glyphs += 1
      }
    }
    return units + (Math.max(0, glyphs - 1) * (this.#style.tracking ?? 0)) / 1000
  }

  #shape(font: Font, run: string) {
    const buffer = new GlyphBuffer()
    buffer.addText(run)
    buffer.guessSegmentProperties()
    shape(
      font,
      buffer,
      (this.#style.features ?? []).map((tag) => new Feature(tag, 1)),
    )
    return buffer.getGlyphInfosAndPositions()
  }

  /** Cuts the text where another subset of the family (Latin, Latin extended) has the letters. */
  *#runs(text: string) {
    const fontOf = (letter: string) => this.#fonts.find(({ covers }) => covers.has(letter.codePointAt(0) ?? 0)) ?? this.#fonts[0]
    let run = ''
    let current = this.#fonts[0]
    for (const letter of text.normalize('NFC')) {
      const next = fontOf(letter)
      if (run && current && next !== current) {
        yield { run, font: current.font, upem: current.upem }
        run = ''
      }
      current = next
      run += letter
    }
    if (run && current) yield { run, font: current.font, upem: current.upem }
  }
}
