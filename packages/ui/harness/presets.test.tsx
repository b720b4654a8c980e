import { presetNames } from '@residency/brand'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { allPresets } from '../src/presets/all.ts'
import { pages, readAddress, tree } from './page.tsx'

const amounts = ['normal', 'little', 'much']
const locales = ['en', 'es', 'pt', 'fr']
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0

function draw(preset: string, page: string, amount: string, locale: string): string {
  const { preset: name, asked } = readAddress(new URL(`http://harness/${preset}/${page}?amount=${amount}&locale=${locale}&consent`))
  return renderToString(tree(allPresets[name], asked))
}

/** What every preset owes every page, whatever there is to show. Looks and contrast are for the eye and for axe. */
describe.each(presetNames)('%s', (preset) => {
  it.each(pages)('draws %s with nothing, something and far too much in four languages', (page) => {
    for (const amount of amounts) {
      for (const locale of locales) {
        const html = draw(preset, page, amount, locale)
        const where = `${page} ${amount} ${locale}`
        expect(count(html, /<h1[ >]/g), `h1 on ${where}`).toBe(1)
        expect(count(html, /<main[^>]* id="main"|<main id="main"/g), `main on ${where}`).toBe(1)
        expect(count(html, /id="player"/g), `player on ${where}`).toBe(1)
        expect(count(html, /href="#main"/g), `skip link on ${where}`).toBe(1)
        expect(html, `platform on ${where}`).not.toMatch(/residency/i)
        expect(html, `a key without words on ${where}`).not.toMatch(/>\s*(sections|mix|more|empty|filters|pages|event|nav|mode)\.[a-z]+/i)
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
        expect(new Set(ids).size, `an id twice on ${where}`).toBe(ids.length)
        expect(count(html, /fetchpriority="high"/g), `first pictures on ${where}`).toBeLessThanOrEqual(1)
      }
    }
  })
  it('says for whom a mix is, where it is not for everybody: in lists, and with its day on its own page', () => {
    const marks = (page: string, amount: string) =>
      [...draw(preset, page, amount, 'en').matchAll(/class="mix-mark">([^<]+)</g)].map(([, words = '']) => words)
    for (const page of ['home', 'mixes'])
      expect(marks(page, 'normal'), page).toEqual(expect.arrayContaining(['Superfan only', 'Early access']))
    expect(marks('mix', 'normal')).toContainEqual(expect.stringMatching(/^Early for you\. .*1 Dec/))
    expect(marks('mix', 'much')).toContain('Inner Circle only')
  })
  it('offers every language and mode by plain links and forms', () => {
    const html = draw(preset, 'home', 'normal', 'en')
    for (const href of ['/es', '/pt', '/fr']) expect(html).toContain(`href="${href}"`)
    expect(count(html, /action="\/preferences\/mode"/g)).toBeGreaterThanOrEqual(1)
  })
})
