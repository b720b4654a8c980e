import { characters } from './character.ts'
import { displayMeasures, fallbackName } from './fallbacks.ts'
import { type FamilyId, families } from './families.ts'
import type { BrandRecord } from './schema.ts'

const round = (value: number) => Number(value.toFixed(4))

/** From `narrow` rem at 390 px to `wide` rem at 1440 px, straight between; rem in the slope keeps zoom working (WCAG 1.4.4). */
export function fluid(narrow: number, wide: number): string {
  if (Math.abs(narrow - wide) < 0.001) return `${round(narrow)}rem`
  const from = 390 / 16
  const to = 1440 / 16
  const slope = (wide - narrow) / (to - from)
  const [low, high] = [Math.min(narrow, wide), Math.max(narrow, wide)]
  return `clamp(${round(low)}rem, ${round(narrow - slope * from)}rem + ${round(slope * 100)}vw, ${round(high)}rem)`
}

const scaleFactor = { quiet: 0.93, regular: 1, loud: 1.07 } as const
const densityFactor = { tight: 0.78, regular: 1, airy: 1.3 } as const

/** rem at 390 and at 1440 pixels. `--space-1` to `--space-10`. */
const spaces: readonly (readonly [number, number])[] = [
  [0.25, 0.25],
  [0.5, 0.5],
  [0.75, 0.75],
  [1, 1],
  [1.25, 1.5],
  [1.75, 2.25],
  [2.5, 3.5],
  [3.5, 5.5],
  [5, 8.5],
  [7, 13],
]

export const chosenFamilies = (brand: BrandRecord): { display: FamilyId; body: FamilyId; mono: FamilyId | null } => {
  const own = characters[brand.preset]
  return {
    display: brand.type.display === 'preset' ? own.display : brand.type.display,
    body: brand.type.body === 'preset' ? own.body : brand.type.body,
    mono: own.mono,
  }
}

const stack = (id: FamilyId, role: 'display' | 'body' | 'mono') =>
  `"${families[id].name}", "${fallbackName(id, role)}", ${families[id].generic}`

/** Variables that are the same in both modes: families, type, space, radius. */
export function staticTokens(brand: BrandRecord): Record<`--${string}`, string> {
  const own = characters[brand.preset]
  const chosen = chosenFamilies(brand)
  const measures = displayMeasures(chosen.display)
  const tokens: Record<`--${string}`, string> = {
    '--display': stack(chosen.display, 'display'),
    '--body': stack(chosen.body, 'body'),
    '--mono': chosen.mono ? stack(chosen.mono, 'mono') : stack(chosen.body, 'body'),
    '--display-width': String(measures.width),
    '--display-caps': String(measures.caps),
    '--imagery': String(brand.imagery.strength),
  }
  const factor = scaleFactor[brand.typeScale]
  for (let step = -2; step <= 8; step += 1) {
    // Above the text the chosen scale stretches or calms the ratio; below it nothing shrinks, so that small print stays legible.
    const stretch = step > 0 ? factor : 1
    const narrow = step > 0 ? (own.ratio.narrow * stretch) ** step : 1 + step * 0.075
    const wide = step > 0 ? (own.ratio.wide * stretch) ** step : 1 + step * 0.09
    const name = step < 0 ? (`--step-minus-${-step}` as const) : (`--step-${step}` as const)
    tokens[name] = fluid(own.base.narrow * narrow, own.base.wide * wide)
  }
  const density = densityFactor[brand.density]
  spaces.forEach(([narrow, wide], index) => {
    // Small gaps hold letters and targets apart and stay; density moves the air between things.
    const loose = index < 3 ? 1 : density
    tokens[`--space-${index + 1}`] = fluid(narrow * loose, wide * loose)
  })
  const radius = { preset: own.radius, none: 0, small: 4, large: 20 }[brand.radius]
  tokens['--radius'] = `${radius}px`
  tokens['--radius-small'] = `${Math.round(radius / 2)}px`
  return tokens
}
