import { characters } from './character.ts'
import { contrast, inkFor, interfaceRatio, mix, readable, textRatio } from './colour.ts'
import type { BrandRecord, Mode } from './schema.ts'

/** A colour the DJ chose and what it became so that it can be read. */
export interface Correction {
  mode: Mode
  role: 'ink' | 'accent' | 'accentText' | 'second' | 'secondText'
  wanted: string
  used: string
  ratioBefore: number
  ratioAfter: number
}

export type ColourTokens = Record<`--${string}`, string>

/** Pairs of colour tokens that text is set in: each has at least 4.5, whatever the brand says (colour.test.ts). */
export const textPairs = [
  ['--ink', '--ground'],
  ['--ink', '--ground-2'],
  ['--ink', '--ground-3'],
  ['--ink-2', '--ground'],
  ['--ink-2', '--ground-2'],
  ['--accent-text', '--ground'],
  ['--accent-text', '--ground-2'],
  ['--second-text', '--ground'],
  ['--second-text', '--ground-2'],
  ['--danger-text', '--ground'],
  ['--danger-text', '--ground-2'],
  ['--good-text', '--ground'],
  ['--good-text', '--ground-2'],
  ['--accent-ink', '--accent'],
  ['--second-ink', '--second'],
  ['--danger-ink', '--danger'],
  ['--ground', '--ink'],
] as const

/** Pairs of interface parts: at least 3. */
export const interfacePairs = [
  ['--accent', '--ground'],
  ['--second', '--ground'],
  ['--rule-strong', '--ground'],
  ['--rule-strong', '--ground-2'],
  ['--focus', '--ground'],
  ['--danger', '--ground'],
] as const

/**
 * A surface beside the ground: a step towards the ink while ink stays readable on it, else a step away from it
 * (a ground of middle lightness has no room on the ink's side).
 */
function surface(ground: string, ink: string, share: number): string {
  const towards = mix(ground, ink, share)
  if (contrast(ink, towards) >= textRatio + 0.3) return towards
  const inkIsLighter = contrast(ink, '#000000') > contrast(ground, '#000000')
  return mix(ground, inkIsLighter ? '#000000' : '#ffffff', share)
}

/** Ink on a colour used as a fill: the ground or the ink of the page where they can be read, else black or white tinted by neither. */
function inkOn(fill: string, ground: string, ink: string): string {
  const [best] = [ground, ink].sort((a, b) => contrast(b, fill) - contrast(a, fill))
  return readable(best ?? ink, [fill], textRatio)
}

export interface ResolvedTokens {
  tokens: ColourTokens
  corrections: Correction[]
}

/** Every colour variable of one mode, and what had to be moved. Pure; a few hundred microseconds. */
export function resolveTokens(brand: Pick<BrandRecord, 'colours' | 'preset'>, mode: Mode): ResolvedTokens {
  const { colours } = brand
  const own = characters[brand.preset].colours
  const corrections: Correction[] = []
  const ground = colours.ground[mode]
  const note = (role: Correction['role'], wanted: string, used: string) => {
    const byDefault = role.startsWith('accent') ? wanted === own.accent : role.startsWith('second') ? wanted === own.second : false
    if (used === wanted || (byDefault && ground === own.ground[mode])) return used
    corrections.push({ mode, role, wanted, used, ratioBefore: contrast(wanted, ground), ratioAfter: contrast(used, ground) })
    return used
  }

  const wantedInk = colours.ink[mode] ?? inkFor(ground)
  const ink = note('ink', wantedInk, readable(wantedInk, [ground], textRatio))
  const ground2 = surface(ground, ink, 0.06)
  const ground3 = surface(ground, ink, 0.12)
  const grounds = [ground, ground2]
  const accent = note('accent', colours.accent, readable(colours.accent, [ground], interfaceRatio))
  const second = note('second', colours.second, readable(colours.second, [ground], interfaceRatio))
  const accentText = note('accentText', colours.accent, readable(accent, grounds, textRatio))
  const secondText = note('secondText', colours.second, readable(second, grounds, textRatio))
  const danger = readable(mode === 'dark' ? '#ff5d4d' : '#b3140f', [ground], interfaceRatio)
  const good = mode === 'dark' ? '#63cf8d' : '#0f6b3a'

  return {
    corrections,
    tokens: {
      '--ground': ground,
      '--ground-2': ground2,
      '--ground-3': ground3,
      '--ink': ink,
      '--ink-2': readable(mix(ground, ink, 0.68), grounds, textRatio),
      '--rule': mix(ground, ink, 0.22),
      '--rule-strong': readable(mix(ground, ink, 0.5), grounds, interfaceRatio),
      '--accent': accent,
      '--accent-ink': inkOn(accent, ground, ink),
      '--accent-text': accentText,
      '--second': second,
      '--second-ink': inkOn(second, ground, ink),
      '--second-text': secondText,
      '--danger': danger,
      '--danger-ink': inkOn(danger, ground, ink),
      '--danger-text': readable(danger, grounds, textRatio),
      '--good-text': readable(good, grounds, textRatio),
      '--focus': readable(accent, grounds, interfaceRatio),
    },
  }
}

/** Both modes' corrections, as the brand editor shows them. */
export const correctionsOf = (brand: Pick<BrandRecord, 'colours' | 'preset'>): Correction[] =>
  (['dark', 'light'] as const).flatMap((mode) => resolveTokens(brand, mode).corrections)
