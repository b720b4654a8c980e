import { type BrandRecord, chosenFamilies, fallbackFace, families } from '@residency/brand'
import { faces } from './faces.ts'
import { fontUrls } from './urls.ts'

export { studioFontCss, studioFontPreloads } from './studio.ts'

/** The `@font-face` rules of the brand's own families and of their fallbacks; inlined in the head beside `brandCss`. */
export function fontCss(brand: BrandRecord): string {
  const { display, body, mono } = chosenFamilies(brand)
  const used = [...new Set([display, body, ...(mono ? [mono] : [])])]
  const fallbacks = [fallbackFace(display, 'display'), fallbackFace(body, 'body'), mono ? fallbackFace(mono, 'mono') : '']
  return [...used.map(faces), ...fallbacks].join('')
}

/** What the head preloads (`<link rel="preload" as="font" type="font/woff2" crossorigin>`): the upright Latin files of display and body. */
export function fontPreloads(brand: BrandRecord): string[] {
  const { display, body } = chosenFamilies(brand)
  return [...new Set([display, body])].flatMap((id) => {
    const file = families[id].files.find((one) => one.subset === 'latin' && one.style === 'normal')
    const url = file && fontUrls[file.file]
    return url ? [url] : []
  })
}
