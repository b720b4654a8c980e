import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { families } from '@residency/brand'
import { Blob, Face } from 'harfbuzzjs'
import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { fontCuts } from './cuts.ts'
import { narrowed } from './narrow-fonts.ts'

const require = createRequire(import.meta.url)
const locales = new URL('../../../../i18n/locales/', import.meta.url)

/** Every sign of every text in the four languages, and those that DJs set between them. */
const needed = [
  ...new Set([
    ...readdirSync(locales, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => [...readFileSync(new URL(name, locales), 'utf8')]),
    ...'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿÁÍÓÚÑáíóúñ¿¡ÃÕãõ–—‘’“”«»…·•€£$№&@',
  ]),
].filter((sign) => sign > ' ')

const variable = Object.values(families).flatMap(({ files }) => files.filter(({ file, subset }) => subset === 'latin' && file in fontCuts))
const originalOf = (file: string) => require.resolve(`@fontsource-variable/${file.slice(0, file.indexOf('-latin'))}/files/${file}.woff2`)

async function open(path: string) {
  const letters = Array.from({ length: 0x2300 }, (_, code) => String.fromCodePoint(code)).join('')
  const face = new Face(new Blob(await subsetFont(readFileSync(path), letters, { targetFormat: 'sfnt' })))
  return { axes: face.getAxisInfos(), letters: new Set(face.collectUnicodes()) }
}

describe('font files cut to what is set', () => {
  it.each(variable)(
    '$file $cut serves every weight it declares, and loses no letter',
    async ({ file, cut, weight, stretch }) => {
      const recipe = fontCuts[cut ? `${file} ${cut}` : file]
      if (!recipe) throw new Error(`no recipe for ${file} ${cut}`)
      const path = await narrowed(originalOf(file), recipe)
      const [made, original] = await Promise.all([open(path), open(originalOf(file))])
      const [least = 0, most = 0] = weight.split(' ').map(Number)
      expect(made.axes.wght?.min).toBeLessThanOrEqual(Math.max(least, original.axes.wght?.min ?? 0))
      expect(made.axes.wght?.max).toBeGreaterThanOrEqual(most)
      if (stretch) {
        const [narrow = 0, wide = 0] = stretch.split(' ').map(Number.parseFloat)
        expect(made.axes.wdth).toMatchObject({ min: narrow, max: wide })
      }
      const lost = needed.filter((sign) => {
        const code = sign.codePointAt(0) ?? 0
        return original.letters.has(code) && !made.letters.has(code)
      })
      expect(lost).toEqual([])
      expect(readFileSync(path).length).toBeLessThan(readFileSync(originalOf(file)).length)
    },
    60_000,
  )

  it('is made once and the same for everybody who asks at the same time', async () => {
    const ask = () => narrowed(originalOf('chivo-mono-latin-wght-normal'), fontCuts['chivo-mono-latin-wght-normal'] ?? {})
    expect(new Set(await Promise.all([ask(), ask(), ask()]))).toEqual(new Set([await ask()]))
  }, 60_000)
})
