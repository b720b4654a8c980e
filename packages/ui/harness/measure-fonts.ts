/**
 * Measures the families against the fonts every device has and writes packages/brand/src/fallback-metrics.json:
 * `size-adjust` and the overrides that let a page stand still when its fonts arrive. Run again when a family is added.
 *   node --import tsx packages/ui/harness/measure-fonts.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type FamilyId, families } from '@residency/brand'
import { chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const sample =
  'The quick brown fox plays the last record of the night, então ça va: señal, corazón, après minuit. Dimanche, Saturday, sábado 0123456789.'

/** The cut a family is most seen in, by role. */
const cuts: { id: FamilyId; role: 'display' | 'body' | 'mono'; weight: number; stretch: string }[] = [
  { id: 'archivo', role: 'display', weight: 900, stretch: '125%' },
  { id: 'archivo', role: 'body', weight: 400, stretch: '100%' },
  { id: 'newsreader', role: 'display', weight: 400, stretch: '100%' },
  { id: 'newsreader', role: 'body', weight: 400, stretch: '100%' },
  { id: 'hanken-grotesk', role: 'display', weight: 700, stretch: '100%' },
  { id: 'hanken-grotesk', role: 'body', weight: 400, stretch: '100%' },
  { id: 'schibsted-grotesk', role: 'display', weight: 700, stretch: '100%' },
  { id: 'schibsted-grotesk', role: 'body', weight: 400, stretch: '100%' },
  { id: 'bricolage-grotesque', role: 'display', weight: 700, stretch: '100%' },
  { id: 'bricolage-grotesque', role: 'body', weight: 400, stretch: '100%' },
  { id: 'big-shoulders-display', role: 'display', weight: 800, stretch: '100%' },
  { id: 'chivo-mono', role: 'mono', weight: 400, stretch: '100%' },
  { id: 'dm-mono', role: 'mono', weight: 400, stretch: '100%' },
]

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
const metrics: Record<string, { size: number; ascent: number; descent: number; caps: number; bold: boolean }> = {}
for (const cut of cuts) {
  const file = families[cut.id].files[0]
  if (!file) continue
  const family = cut.id === 'dm-mono' ? '@fontsource/dm-mono' : `@fontsource-variable/${cut.id}`
  const data = readFileSync(require.resolve(`${family}/files/${file.file}.woff2`)).toString('base64')
  const bold = cut.weight >= 600
  const local =
    families[cut.id].generic === 'serif'
      ? 'Liberation Serif'
      : families[cut.id].generic === 'monospace'
        ? 'Liberation Mono'
        : 'Liberation Sans'
  await page.setContent(
    `<style>@font-face{font-family:Cut;src:url(data:font/woff2;base64,${data});font-weight:${file.weight};${file.stretch ? `font-stretch:${file.stretch}` : ''}}
    span{font-size:100px;white-space:nowrap}#a{font-family:Cut;font-weight:${cut.weight};font-stretch:${cut.stretch}}#b{font-family:"${local}";font-weight:${bold ? 700 : 400}}</style>
    <span id=a>${sample}</span><br><span id=b>${sample}</span>`,
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const found = await page.evaluate(() => {
    const [real, fallback] = ['a', 'b'].map((id) => document.getElementById(id)?.getBoundingClientRect().width ?? 1)
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    context.font = '1000px Cut'
    const box = context.measureText('H')
    return {
      ratio: (real ?? 1) / (fallback ?? 1),
      ascent: box.fontBoundingBoxAscent / 1000,
      descent: box.fontBoundingBoxDescent / 1000,
      caps: box.actualBoundingBoxAscent / 1000,
    }
  })
  const percent = (value: number) => Number((value * 100).toFixed(2))
  metrics[`${cut.id} ${cut.role}`] = {
    size: percent(found.ratio),
    ascent: percent(found.ascent / found.ratio),
    descent: percent(found.descent / found.ratio),
    caps: Number(found.caps.toFixed(3)),
    bold,
  }
}
await browser.close()
const target = new URL('../../brand/src/fallback-metrics.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(metrics, null, 2)}\n`)
console.log(`wrote ${Object.keys(metrics).length} cuts`)
