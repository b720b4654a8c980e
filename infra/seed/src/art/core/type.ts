/// <reference path="./wawoff2.d.ts" />
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Blob, Buffer, Face, Feature, Font, MetricsTag, shape, Variation } from 'harfbuzzjs'
import decompress from 'wawoff2/decompress.js'

/**
 * Type as outlines. The fonts are the variable ones that the sites use: neither librsvg nor resvg sets a variable WOFF2,
 * and outlines draw the same on every machine whatever fonts it has.
 */
const files = {
  archivo: '@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2',
  chivoMono: '@fontsource-variable/chivo-mono/files/chivo-mono-latin-wght-normal.woff2',
  newsreader: '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2',
  newsreaderItalic: '@fontsource-variable/newsreader/files/newsreader-latin-standard-italic.woff2',
  hanken: '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  bigShoulders: '@fontsource-variable/big-shoulders-display/files/big-shoulders-display-latin-wght-normal.woff2',
} as const

export type FontName = keyof typeof files
export type Axes = { wght?: number; wdth?: number; opsz?: number }

export interface Line {
  /** SVG path data; the baseline starts at 0,0. */
  d: string
  /** Advance width. */
  width: number
  /** Where the ink begins and ends: huge type is aligned by it and not by its side bearings. */
  inkLeft: number
  inkRight: number
  capHeight: number
}

const faces = new Map<FontName, Promise<Face>>()

async function loadFace(name: FontName): Promise<Face> {
  const path = createRequire(import.meta.url).resolve(files[name])
  return new Face(new Blob(await decompress(await readFile(path))))
}

export class Typeface {
  readonly #font: Font
  readonly #upem: number
  readonly #capHeight: number

  constructor(face: Face, axes: Axes) {
    this.#font = new Font(face)
    this.#font.setVariations(Object.entries(axes).map(([tag, value]) => new Variation(tag, value)))
    this.#upem = face.upem
    this.#capHeight = this.#font.getMetricPositionWithFallback(MetricsTag.CAP_HEIGHT)
  }

  /** One line of text at a size in pixels; tracking in thousandths of an em; OpenType features such as `tnum`. */
  line(text: string, size: number, tracking = 0, features: readonly string[] = []): Line {
    const buffer = new Buffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    shape(
      this.#font,
      buffer,
      features.map((tag) => new Feature(tag, 1)),
    )
    const scale = size / this.#upem
    const gap = (tracking / 1000) * size
    const parts: string[] = []
    let x = 0
    let inkLeft = Number.POSITIVE_INFINITY
    let inkRight = 0
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      const originX = x + (glyph.xOffset ?? 0) * scale
      const originY = -(glyph.yOffset ?? 0) * scale
      for (const { type, values } of this.#font.glyphToJson(glyph.codepoint)) {
        const at = values.map((value, i) => (i % 2 === 0 ? originX + value * scale : originY - value * scale))
        parts.push(type + at.map((value) => value.toFixed(2)).join(' '))
      }
      const extents = this.#font.glyphExtents(glyph.codepoint)
      if (extents && extents.width > 0) {
        inkLeft = Math.min(inkLeft, originX + extents.xBearing * scale)
        inkRight = Math.max(inkRight, originX + (extents.xBearing + extents.width) * scale)
      }
      x += (glyph.xAdvance ?? 0) * scale + gap
    }
    return {
      d: parts.join(''),
      width: x - gap,
      inkLeft: Number.isFinite(inkLeft) ? inkLeft : 0,
      inkRight,
      capHeight: this.#capHeight * scale,
    }
  }

  /** The line at the size that makes its ink as wide as asked, or smaller when it would be higher than allowed. */
  fit(text: string, width: number, maxCapHeight = Number.POSITIVE_INFINITY, tracking = 0): Line & { size: number } {
    const probe = this.line(text, 1000, tracking)
    const size = Math.min((width / (probe.inkRight - probe.inkLeft)) * 1000, (maxCapHeight / probe.capHeight) * 1000)
    return { ...this.line(text, size, tracking), size }
  }
}

export async function openType(name: FontName, axes: Axes = {}): Promise<Typeface> {
  let face = faces.get(name)
  if (!face) {
    face = loadFace(name)
    faces.set(name, face)
  }
  return new Typeface(await face, axes)
}

/** A line as an SVG element with its ink's left edge at x and its baseline at y. */
export function place(line: Line, x: number, y: number, align: 'left' | 'right' | 'centre' = 'left'): string {
  const shift = align === 'left' ? line.inkLeft : align === 'right' ? line.inkRight : (line.inkLeft + line.inkRight) / 2
  return `<path transform="translate(${(x - shift).toFixed(2)} ${y.toFixed(2)})" d="${line.d}"/>`
}
