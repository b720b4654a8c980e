import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, siteUrl } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const tenants = ['danny', 'hathor', 'connect']
const paths = ['/', '/mixes', '/about', '/events', '/links', '/sign-in', '/sign-up', '/es/mixes', '/fr', '/pt/events', '/nothing-here']

describe('the fan site', () => {
  it.each(tenants)('%s: every page renders in the browser without an error, and moves on without a new document', async (slug) => {
    const { page, troubles, close } = await openPage(browser)
    for (const path of paths) {
      const answer = await page.goto(siteUrl(slug, path), { waitUntil: 'load' })
      expect(answer?.status(), path).toBe(path === '/nothing-here' ? 404 : 200)
      expect(await page.locator('h1').count(), path).toBe(1)
    }
    await page.goto(siteUrl(slug, '/mixes'), { waitUntil: 'networkidle' })
    await page.evaluate(() => Object.assign(window, { stays: true }))
    await page.locator('main a[href^="/mixes/"]').first().click()
    await page.waitForURL(/\/mixes\/.+/)
    expect(await page.evaluate(() => 'stays' in window)).toBe(true)
    expect(troubles).toEqual([])
    await close()
  })

  it('is readable, and searchable, without scripts', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(siteUrl('danny', '/mixes'))
    const all = await page.locator('main a[href^="/mixes/"]').count()
    expect(all).toBeGreaterThan(3)
    await page.fill('main input[name=q]', 'zzzzzz')
    await page.locator('main form button[type=submit]').first().click()
    await page.waitForURL(/q=zzzzzz/)
    expect(await page.locator('main a[href^="/mixes/"]').count()).toBeLessThan(all)
    await close()
  })

  it('never names the platform to a fan', async () => {
    for (const slug of tenants) {
      for (const path of [
        '/',
        '/mixes',
        '/sign-up',
        '/nothing-here',
        '/manifest.webmanifest',
        '/robots.txt',
        '/sitemap.xml',
        '/feed.xml',
      ]) {
        const { page, close } = await openPage(browser)
        await page.goto(siteUrl(slug, path))
        expect(await page.content(), `${slug}${path}`).not.toMatch(/residency/i)
        await close()
      }
    }
  })

  it('offers its four languages, and the choice holds on the next page', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(siteUrl('danny', '/mixes'))
    await page.locator('a[hreflang=es]').first().click()
    await page.waitForURL(/\/es\/mixes/)
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.locator('main a[href^="/es/mixes/"]').first().click()
    await page.waitForURL(/\/es\/mixes\/.+/)
    await close()
  })

  it('shows nobody’s page at a host that is nobody’s', async () => {
    const { page, close } = await openPage(browser)
    const answer = await page.goto(siteUrl('no-such-tenant'))
    expect(answer?.status()).toBe(404)
    expect(await page.content()).not.toMatch(/danny|hathor|music connect|residency/i)
    await close()
  })
})
