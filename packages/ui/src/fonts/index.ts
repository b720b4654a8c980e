import { type BrandRecord, characters, chosenFamilies, type FamilyId, fallbackFace, families } from '@residency/brand'
import { faces } from './faces.ts'
import { fontUrl } from './urls.ts'

export { studioFontCss, studioFontPreloads } from './studio.ts'

/** The `@font-face` rules of the brand's own families and of their fallbacks; inlined in the head beside `brandCss`. */
export function fontCss(brand: BrandRecord): string {
  const { display, body, mono } = chosenFamilies(brand)
  const used = [...new Set([display, body, ...(mono ? [mono] : [])])]
  const fallbacks = [fallbackFace(display, 'display'), fallbackFace(body, 'body'), mono ? fallbackFace(mono, 'mono') : '']
  return [...used.map(faces), ...fallbacks].join('')
}

/**
 * What the head preloads (`<link rel="preload" as="font" type="font/woff2" crossorigin>`): the upright Latin files of display and body
 * in the weights that the preset sets its titles and its text in.
 */
export function fontPreloads(brand: BrandRecord): string[] {
  const { display, body } = chosenFamilies(brand)
  const wanted = [uprightAt(display, characters[brand.preset].displayWeight), uprightAt(body, 400)]
  return [...new Set(wanted.flatMap((file) => (file ? [fontUrl(file)] : [])))]
}

/** The upright Latin file of a weight; where a family has no such weight, the one a browser would take. */
function uprightAt(id: FamilyId, weight: number) {
  const files = families[id].files.filter(({ subset, style }) => subset === 'latin' && style === 'normal')
  return files.find((file) => has(file.weight, weight)) ?? files[0]
}

function has(range: string, weight: number): boolean {
  const [least = 0, most = least] = range.split(' ').map(Number)
  return least <= weight && weight <= most
}
