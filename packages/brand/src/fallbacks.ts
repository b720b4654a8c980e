import measured from './fallback-metrics.json' with { type: 'json' }
import { type FamilyId, families } from './families.ts'

type Role = 'display' | 'body' | 'mono'
interface Cut {
  size: number
  ascent: number
  descent: number
  /** Height of a capital in em. */
  caps: number
  bold: boolean
}
const metrics: Record<string, Cut | undefined> = measured

const locals = {
  'sans-serif': ['Arial', 'Liberation Sans', 'Roboto'],
  serif: ['Times New Roman', 'Liberation Serif', 'Noto Serif'],
  monospace: ['Courier New', 'Liberation Mono', 'Cousine'],
} as const

export const fallbackName = (id: FamilyId, role: Role): string => `${families[id].name} ${role} fallback`

/** A font every device has, stretched to the family's own measures, so that nothing moves when the real one arrives. */
export function fallbackFace(id: FamilyId, role: Role): string {
  const cut = metrics[`${id} ${role}`]
  if (!cut) return ''
  const source = locals[families[id].generic].map((name) => `local("${name}${cut.bold ? ' Bold' : ''}")`).join(',')
  return `@font-face{font-family:"${fallbackName(id, role)}";src:${source};size-adjust:${cut.size}%;ascent-override:${cut.ascent}%;descent-override:${cut.descent}%;line-gap-override:0%}`
}

/** Archivo at its widest and heaviest: what `--display-width` is measured by. */
const widest = 134.53

/** How wide and how tall a display family's capitals stand, for titles that are set to the width of their column. */
export function displayMeasures(id: FamilyId): { width: number; caps: number } {
  const cut = metrics[`${id} display`]
  if (!cut || id === 'archivo') return { width: 1, caps: cut?.caps ?? 0.7 }
  // Letters differ between families by a little more than their average does: what is left over is margin.
  return { width: Number(((cut.size / widest) * 1.06).toFixed(3)), caps: cut.caps }
}
