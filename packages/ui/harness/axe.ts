/** axe-core over any pages: same options as shoot.ts. Also measures targets (44 px), the number of h1, and landmarks. Exits 1 on a finding. */
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { browserArgs, readOptions } from './options.ts'
import { startHarness } from './server.ts'

// Begun by `npm run probe`, it ends with it, however that ends.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()

const { cases, widths, query } = readOptions()
const harness = await startHarness()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: browserArgs })
let findings = 0

for (const width of widths) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  for (const one of cases) {
    const name = `${one.preset}/${one.page} ${one.mode} ${one.amount} ${one.locale} ${width}`
    await page.goto(
      `${harness.origin}/${one.preset}/${one.page}?mode=${one.mode}&amount=${one.amount}&locale=${one.locale}${query ? `&${query}` : ''}`,
    )
    // The studio is dense under a mouse (36 px) and roomy under a thumb.
    const leastTarget = one.preset === 'studio' ? 24 : 43.5
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    for (const violation of violations) {
      findings += 1
      console.log(`${name}: ${violation.id}: ${violation.help}`)
      for (const node of violation.nodes.slice(0, 3))
        console.log(`   ${node.target.join(' ')}  ${node.failureSummary?.split('\n')[1] ?? ''}`)
    }
    const small = await page.evaluate((smallest) => {
      return [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')]
        .filter((element) => !element.matches('.skip, .visually-hidden'))
        .filter((element) => element.matches('.button') || element.tagName !== 'A' || !element.closest('p, .prose, dd, td, th, figcaption'))
        .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
        .filter(({ element, box }) => box.width > 0 && box.height > 0 && box.height < (element.matches('[type=checkbox]') ? 24 : smallest))
        .map(
          ({ element, box }) =>
            `${element.tagName.toLowerCase()}.${element.className} ${Math.round(box.width)}x${Math.round(box.height)} "${element.textContent?.trim().slice(0, 30)}"`,
        )
        .slice(0, 6)
    }, leastTarget)
    for (const target of small) {
      findings += 1
      console.log(`${name}: target below 44 px: ${target}`)
    }
    const headings = await page.locator('h1').count()
    if (headings !== 1) {
      findings += 1
      console.log(`${name}: ${headings} h1`)
    }
  }
  await context.close()
}
await browser.close()
await harness.close()
console.log(findings === 0 ? `clean: ${cases.length * widths.length} pages` : `${findings} findings`)
process.exitCode = findings === 0 ? 0 : 1
