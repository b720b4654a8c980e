import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage, siteUrl } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const modes = ['dark', 'light'] as const
const languages = ['', '/es', '/pt', '/fr'] as const
const pages = ['', '/mixes', '/about', '/events', '/links', '/sign-in', '/sign-up', '/nothing-here'] as const

/** Every tenant meets every page once; mode, language and width turn as the pages do, so that each pair of them is met. */
const visits = ['danny', 'hathor', 'connect'].flatMap((slug, tenant) =>
  pages.map((page, index) => ({
    slug,
    mode: modes[(index + tenant) % 2] ?? 'dark',
    path: `${languages[(index + tenant) % 4] ?? ''}${page}` || '/',
    width: (index + Math.floor(index / 2)) % 2 === 0 ? 390 : 1440,
  })),
)

it.each(visits)('axe finds nothing at $slug, $path, $mode, $width pixels', async ({ slug, mode, path, width }) => {
  const { page, close } = await openPage(browser, { viewport: { width, height: 900 }, colorScheme: mode, reducedMotion: 'reduce' })
  await page.goto(siteUrl(slug, path), { waitUntil: 'load' })
  await page.evaluate((chosen) => {
    document.documentElement.dataset.mode = chosen
  }, mode)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  await close()
})
