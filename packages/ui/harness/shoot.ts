/** Screenshots: see ../README.md. Prints the file of each, and anything that is wider than the screen. */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { browserArgs, readOptions } from './options.ts'
import { startHarness } from './server.ts'

const { cases, widths, query, out, fold } = readOptions()
mkdirSync(out, { recursive: true })
const harness = await startHarness()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserArgs })
for (const width of widths) {
  const page = await browser.newPage({
    viewport: { width, height: width < 700 ? 844 : 900 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  })
  page.on('pageerror', (error) => console.error('script error:', error.message))
  for (const one of cases) {
    const address = `${harness.origin}/${one.preset}/${one.page}?mode=${one.mode}&amount=${one.amount}&locale=${one.locale}${query ? `&${query}` : ''}`
    const answer = await page.goto(address, { waitUntil: 'load' })
    if (answer?.status() !== 200) console.error(address, await answer?.text())
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    // Pictures below the fold are lazy: ask for all of them, and wait until each could be painted.
    await page.evaluate(() =>
      Promise.all(
        [...document.images].map((image) => {
          image.loading = 'eager'
          return image.decode().catch(() => undefined)
        }),
      ).then(() => undefined),
    )
    const wide = await page.evaluate(() =>
      document.documentElement.scrollWidth > innerWidth
        ? [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.ticker, details:not([open])'))
            .slice(0, 4)
            .map((element) => `${element.tagName.toLowerCase()}.${element.className} in ${element.parentElement?.className}`)
        : [],
    )
    const file = `${out}/${one.preset}-${one.page}-${one.mode}-${one.amount}-${one.locale}-${width}.png`
    await page.screenshot({ path: file, fullPage: !fold })
    console.log(file, wide.length > 0 ? `TOO WIDE: ${wide.join(' ')}` : '')
  }
  await page.close()
}
await browser.close()
await harness.close()
