import { drawMask, hex, type Mask, openType, type Picture, place, type Rgb, type Size } from '../core/index.ts'
import { type SignalName, signals } from './signals.ts'

/** Two inks a mix: the ground and the signal. Where the signal meets type, they change places. */
export const duotones = {
  flare: ['#ff3b1d', '#ffe3d3'],
  cobalt: ['#1b2cff', '#f6ffd9'],
  acid: ['#d5ff2f', '#10130a'],
  rose: ['#ffc2cf', '#c4002f'],
  pine: ['#063d2c', '#7dffb0'],
  ochre: ['#ffb000', '#2a0d45'],
  ice: ['#d7f2ff', '#0a1b3d'],
  night: ['#0b0c10', '#ff5ac8'],
  clay: ['#b8431a', '#140f0d'],
  mint: ['#b7f5dc', '#0d3f66'],
  bone: ['#f1ede2', '#111111'],
  plum: ['#3a0a2e', '#ff8a3c'],
  sun: ['#fff04d', '#c21f00'],
} as const satisfies Record<string, readonly [string, string]>
export type DuotoneName = keyof typeof duotones

export type Crop = 'column' | 'fall' | 'cut' | 'stack' | 'rise' | 'slab'
/** How type and signal meet: the signal inside the letters alone, the letters whole before the signal, or each the other's opposite. */
export type Meeting = 'window' | 'solid' | 'exclude'

export interface ConnectSheet {
  seed: string
  signal: SignalName
  pitch: number
  angle: number
  inks: DuotoneName
  crop?: Crop
  meeting?: Meeting
  words?: { lines: readonly string[]; title: string; number: string; facts: readonly string[]; numeral?: string }
}

export async function drawPoster(sheet: ConnectSheet, size: Size): Promise<Picture> {
  const field = trace(sheet, size)
  if (sheet.words) {
    const type = await setType(sheet, sheet.words, size)
    if (type.slab) strike(field, await drawMask(size, type.slab), 0)
    await meet(field, type.huge, sheet.meeting ?? 'solid', size)
    strike(field, await drawMask(size, type.plates), 0)
    strike(field, await drawMask(size, type.small), 255)
  }
  const [ground, signal] = duotones[sheet.inks].map(hex) as [Rgb, Rgb]
  const data = new Uint8Array(size.width * size.height * 3)
  for (let i = 0, p = 0; i < field.data.length; i++, p += 3) {
    const a = (field.data[i] as number) / 255
    for (let c = 0; c < 3; c++) data[p + c] = (ground[c] as number) * (1 - a) + (signal[c] as number) * a + 0.5
  }
  return { ...size, data }
}

/** The signal over the whole sheet, its edges smoothed by their distance. */
function trace(sheet: ConnectSheet, size: Size): Mask {
  const signal = signals[sheet.signal](sheet)
  const { width, height } = size
  const unit = Math.min(width, height)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5 - height / 2) / unit
    for (let x = 0; x < width; x++) {
      const d = signal((x + 0.5 - width / 2) / unit, v) * unit + 0.5
      data[y * width + x] = d <= 0 ? 0 : d >= 1 ? 255 : d * 255
    }
  }
  return { ...size, data }
}

async function meet(field: Mask, huge: string, meeting: Meeting, size: Size): Promise<void> {
  const letters = await drawMask(size, huge)
  if (meeting === 'exclude') exclude(field, letters)
  else if (meeting === 'window')
    for (let i = 0; i < field.data.length; i++) field.data[i] = ((field.data[i] as number) * (letters.data[i] as number)) / 255
  else {
    const halo = await drawMask(size, `<g stroke="#fff" stroke-width="${size.width * 0.02}">${huge}</g>`)
    strike(field, halo, 0)
    strike(field, letters, 255)
  }
}

function exclude(field: Mask, type: Mask): void {
  for (let i = 0; i < field.data.length; i++) {
    const b = type.data[i] as number
    if (b === 0) continue
    const a = field.data[i] as number
    field.data[i] = a + b - (2 * a * b) / 255
  }
}

function strike(field: Mask, mask: Mask, value: number): void {
  for (let i = 0; i < field.data.length; i++) {
    const b = (mask.data[i] as number) / 255
    if (b > 0) field.data[i] = (field.data[i] as number) * (1 - b) + value * b
  }
}

async function setType(sheet: ConnectSheet, words: NonNullable<ConnectSheet['words']>, size: Size) {
  const big = await openType('bigShoulders', { wght: 900 })
  const { width, height } = size
  const m = width * 0.043
  const lines = words.lines.map((line) => line.toUpperCase())
  let huge = ''
  let slab = ''
  if (sheet.crop === 'column') {
    const cap = (height * 1.02) / lines.length
    lines.forEach((text, i) => {
      const line = big.fit(text, width * 4, cap * 0.94, -14)
      const squeeze = Math.min(1, (width * 0.98) / (line.inkRight - line.inkLeft))
      huge += `<g transform="translate(${m * 0.4} ${cap * (i + 1) - cap * 0.04 - height * 0.01}) scale(${squeeze} 1)">${place(line, 0, 0)}</g>`
    })
  } else if (sheet.crop === 'fall') {
    const set = lines.map((text) => big.fit(text, height * 1.06, (width * 0.9) / lines.length, -10))
    let x = width + m * 0.5
    for (const line of set) {
      x -= line.capHeight
      huge += `<g transform="translate(${x} ${-height * 0.012}) rotate(90)">${place(line, 0, 0)}</g>`
      x -= width * 0.03
    }
  } else if (sheet.crop === 'cut') {
    const set = lines.map((text) => big.fit(text, width * 1.1, height * 0.5, -12))
    const total = set.reduce((sum, line) => sum + line.capHeight, 0) + (set.length - 1) * height * 0.03
    let y = height / 2 - total / 2
    huge = `<g transform="rotate(-16 ${width / 2} ${height / 2})">`
    for (const line of set) {
      y += line.capHeight
      huge += place(line, width / 2, y, 'centre')
      y += height * 0.03
    }
    huge += '</g>'
  } else if (sheet.crop === 'slab') {
    const set = lines.map((text) => big.fit(text, width * 1.06, height * 0.36, -12))
    const total = set.reduce((sum, line) => sum + line.capHeight + height * 0.026, 0)
    let y = height * 1.0 - total - height * 0.045
    const tilt = `<g transform="rotate(-9 ${width / 2} ${height})">`
    slab = `${tilt}<rect x="${-width}" y="${y - height * 0.03}" width="${width * 3}" height="${height * 2}"/></g>`
    huge = tilt
    for (const line of set) {
      y += line.capHeight
      huge += place(line, -width * 0.01, y)
      y += height * 0.026
    }
    huge += '</g>'
  } else if (sheet.crop === 'rise') {
    const line = big.fit(words.numeral ?? words.number.replace(/\D+/g, ''), width * 1.3, height * 1.08, -20)
    huge = place(line, width + m, height + height * 0.03, 'right')
  } else {
    let y = m
    for (const text of lines) {
      const line = big.fit(text, width - m * 2, height * 0.62, -12)
      y += line.capHeight
      huge += place(line, m, y)
      y += height * 0.024
    }
  }
  const strip = await setStrip(sheet, words, size)
  return { huge, slab, ...strip }
}

/** The facts on one strip, always readable, at the edge that the huge type leaves free. */
async function setStrip(sheet: ConnectSheet, words: NonNullable<ConnectSheet['words']>, size: Size) {
  const face = await openType('bigShoulders', { wght: 800 })
  const { width, height } = size
  const m = width * 0.043
  const em = width * 0.032
  const text = [words.number, words.title, ...words.facts].join('  /  ').toUpperCase()
  const line = face.line(text, em, 24)
  const high = line.capHeight + em * 0.7
  const long = line.inkRight - line.inkLeft + em * 0.9
  const y = sheet.crop === 'slab' ? m : height - m - high
  return {
    plates: `<rect x="${m}" y="${y}" width="${long}" height="${high}"/>`,
    small: place(line, m + em * 0.45, y + em * 0.35 + line.capHeight),
  }
}
