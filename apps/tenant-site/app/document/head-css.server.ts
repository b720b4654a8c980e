import { type BrandRecord, brandCss } from '@residency/brand'
import { fontCss, studioFontCss } from '@residency/ui/fonts'

const known = new WeakMap<BrandRecord, string>()
let studio: string | undefined

/** Fonts and variables of a brand. Made once a record: repairing colours costs more than the rest of a small page. */
export function siteCss(brand: BrandRecord): string {
  let css = known.get(brand)
  if (css === undefined) {
    css = fontCss(brand) + brandCss(brand)
    known.set(brand, css)
  }
  return css
}

export function studioCss(): string {
  studio ??= studioFontCss()
  return studio
}
