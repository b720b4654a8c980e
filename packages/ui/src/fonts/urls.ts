/// <reference path="./cuts.d.ts" />
/** Addresses of the font files after bundling. `?url` is Vite's: only code that Vite builds may import this folder. */

import dmMonoLatin400 from '@fontsource/dm-mono/files/dm-mono-latin-400-normal.woff2?url'
import dmMonoLatin500 from '@fontsource/dm-mono/files/dm-mono-latin-500-normal.woff2?url'
import dmMonoLatinExt400 from '@fontsource/dm-mono/files/dm-mono-latin-ext-400-normal.woff2?url'
import dmMonoLatinExt500 from '@fontsource/dm-mono/files/dm-mono-latin-ext-500-normal.woff2?url'
import archivoLatinExt from '@fontsource-variable/archivo/files/archivo-latin-ext-wdth-normal.woff2?url'
import archivoLatinLight from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?cut=light&url'
import archivoLatin from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url'
import archivoItalic from '@fontsource-variable/archivo/files/archivo-latin-wght-italic.woff2?url'
import bigShouldersLatinExt from '@fontsource-variable/big-shoulders-display/files/big-shoulders-display-latin-ext-wght-normal.woff2?url'
import bigShouldersLatinLight from '@fontsource-variable/big-shoulders-display/files/big-shoulders-display-latin-wght-normal.woff2?cut=light&url'
import bigShouldersLatin from '@fontsource-variable/big-shoulders-display/files/big-shoulders-display-latin-wght-normal.woff2?url'
import bricolageLatinExt from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-opsz-normal.woff2?url'
import bricolageLatinLight from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2?cut=light&url'
import bricolageLatin from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2?url'
import chivoMonoLatinExt from '@fontsource-variable/chivo-mono/files/chivo-mono-latin-ext-wght-normal.woff2?url'
import chivoMonoLatin from '@fontsource-variable/chivo-mono/files/chivo-mono-latin-wght-normal.woff2?url'
import hankenLatinExt from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2?url'
import hankenItalic from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-italic.woff2?url'
import hankenLatinLight from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?cut=light&url'
import hankenLatin from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url'
import newsreaderLatinExt from '@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2?url'
import newsreaderLatin from '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url'
import newsreaderItalicHeavy from '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2?cut=heavy&url'
import newsreaderItalic from '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2?url'
import schibstedLatinExt from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-ext-wght-normal.woff2?url'
import schibstedItalic from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-italic.woff2?url'
import schibstedLatin from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url'
import type { FontFile } from '@residency/brand'

const urls: Record<string, string> = {
  'archivo-latin-wght-italic': archivoItalic,
  'archivo-latin-wdth-normal': archivoLatin,
  'archivo-latin-wdth-normal light': archivoLatinLight,
  'archivo-latin-ext-wdth-normal': archivoLatinExt,
  'big-shoulders-display-latin-wght-normal': bigShouldersLatin,
  'big-shoulders-display-latin-wght-normal light': bigShouldersLatinLight,
  'big-shoulders-display-latin-ext-wght-normal': bigShouldersLatinExt,
  'bricolage-grotesque-latin-opsz-normal': bricolageLatin,
  'bricolage-grotesque-latin-opsz-normal light': bricolageLatinLight,
  'bricolage-grotesque-latin-ext-opsz-normal': bricolageLatinExt,
  'chivo-mono-latin-wght-normal': chivoMonoLatin,
  'chivo-mono-latin-ext-wght-normal': chivoMonoLatinExt,
  'dm-mono-latin-400-normal': dmMonoLatin400,
  'dm-mono-latin-500-normal': dmMonoLatin500,
  'dm-mono-latin-ext-400-normal': dmMonoLatinExt400,
  'dm-mono-latin-ext-500-normal': dmMonoLatinExt500,
  'hanken-grotesk-latin-wght-italic': hankenItalic,
  'hanken-grotesk-latin-wght-normal': hankenLatin,
  'hanken-grotesk-latin-wght-normal light': hankenLatinLight,
  'hanken-grotesk-latin-ext-wght-normal': hankenLatinExt,
  'newsreader-latin-wght-italic': newsreaderItalic,
  'newsreader-latin-wght-italic heavy': newsreaderItalicHeavy,
  'newsreader-latin-opsz-normal': newsreaderLatin,
  'newsreader-latin-ext-opsz-normal': newsreaderLatinExt,
  'schibsted-grotesk-latin-wght-italic': schibstedItalic,
  'schibsted-grotesk-latin-wght-normal': schibstedLatin,
  'schibsted-grotesk-latin-ext-wght-normal': schibstedLatinExt,
}

/** The address of a file or of its cut. */
export function fontUrl({ file, cut }: FontFile): string {
  const url = urls[cut ? `${file} ${cut}` : file]
  if (!url) throw new Error(`No font file ${file} ${cut ?? ''}`)
  return url
}
