import { staticTokens } from './scale.ts'
import type { BrandRecord } from './schema.ts'
import { resolveTokens } from './tokens.ts'

const declare = (tokens: Record<string, string>): string =>
  Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

/**
 * The brand as a style sheet: all variables, dark and light. Values come from the validated record and from our own arithmetic alone,
 * so nothing a DJ types reaches it. `data-mode` on any element fixes its mode; without it the brand's own mode or the device's holds.
 */
export function brandCss(brand: BrandRecord): string {
  const dark = `color-scheme:dark;${declare(resolveTokens(brand, 'dark').tokens)}`
  const light = `color-scheme:light;${declare(resolveTokens(brand, 'light').tokens)}`
  const start = brand.mode === 'dark' ? dark : light
  const device = `@media (prefers-color-scheme:dark){:root:not([data-mode=dark],[data-mode=light]){${dark}}}`
  const asked = `@media (prefers-color-scheme:dark){[data-mode=auto]{${dark}}}@media (prefers-color-scheme:light){[data-mode=auto]{${light}}}`
  return [
    `:root{${declare(staticTokens(brand))};${start}}`,
    brand.mode === 'auto' ? device : '',
    asked,
    `[data-mode=dark]{${dark}}`,
    `[data-mode=light]{${light}}`,
  ].join('')
}

/** Attributes for `<html>`. `chosen` is the visitor's own mode (a cookie), which goes before the brand's. */
export function brandAttributes(brand: BrandRecord, chosen: BrandRecord['mode'] | null = null): Record<`data-${string}`, string> {
  return { 'data-preset': brand.preset, 'data-mode': chosen ?? brand.mode, 'data-imagery': brand.imagery.treatment }
}
