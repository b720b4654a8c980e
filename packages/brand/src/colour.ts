import { clampChroma, formatHex, interpolate, type Oklch, wcagContrast } from 'culori/fn'
import { oklch } from './colour-spaces.ts'

/** WCAG 2.2: 1.4.3 text, 1.4.11 interface parts. Aimed at a little above, so that rounding to 8 bits never falls below. */
export const textRatio = 4.5
export const interfaceRatio = 3
const margin = 0.04

export const contrast = (a: string, b: string): number => wcagContrast(a, b)

const lowest = (colour: string, grounds: readonly string[]): number => Math.min(...grounds.map((ground) => contrast(colour, ground)))

const toOklch = (hex: string): Oklch => oklch(hex) ?? { mode: 'oklch', l: 0, c: 0 }

/** The colour at another lightness: same hue, as much of its chroma as sRGB can show there. */
function atLightness(colour: Oklch, l: number): string {
  return formatHex(clampChroma({ ...colour, l }, 'oklch')) ?? '#000000'
}

/** Nearest lightness towards `end` at which the ratio holds on every ground, or null when even `end` fails. */
function search(colour: Oklch, grounds: readonly string[], ratio: number, end: 0 | 1): string | null {
  if (lowest(atLightness(colour, end), grounds) < ratio) return null
  let near = colour.l
  let far: number = end
  for (let step = 0; step < 24; step += 1) {
    const middle = (near + far) / 2
    if (lowest(atLightness(colour, middle), grounds) >= ratio) far = middle
    else near = middle
  }
  return atLightness(colour, far)
}

/**
 * Moves a colour until it can be read on every ground given: lightness in OKLCH alone changes (and chroma where sRGB ends), the hue stays.
 * Returns it untouched when it already can. One ground can always be satisfied: black or white has at least 4.58 on any colour.
 */
export function readable(wanted: string, grounds: readonly string[], ratio: number): string {
  if (lowest(wanted, grounds) >= ratio) return wanted
  const colour = toOklch(wanted)
  const target = ratio + margin
  const found = [search(colour, grounds, target, 1), search(colour, grounds, target, 0)].filter((one) => one !== null)
  const distance = (hex: string) => Math.abs(toOklch(hex).l - colour.l)
  const nearest = found.sort((a, b) => distance(a) - distance(b))[0]
  if (nearest) return nearest
  return lowest('#ffffff', grounds) > lowest('#000000', grounds) ? '#ffffff' : '#000000'
}

/** `share` of b in a, mixed in OKLab so that the middle is neither muddy nor bright. */
export function mix(a: string, b: string, share: number): string {
  return formatHex(interpolate([a, b], 'oklab')(share)) ?? a
}

export const isDark = (hex: string): boolean => contrast(hex, '#ffffff') > contrast(hex, '#000000')

/** Ink for a ground nobody chose an ink for: nearly black or nearly white, with a breath of the ground's hue. */
export function inkFor(ground: string): string {
  const { h } = toOklch(ground)
  const base: Oklch = { mode: 'oklch', l: isDark(ground) ? 0.95 : 0.15, c: h === undefined ? 0 : 0.012, h }
  return readable(atLightness(base, base.l), [ground], 7 > lowest('#ffffff', [ground]) && 7 > lowest('#000000', [ground]) ? textRatio : 7)
}
