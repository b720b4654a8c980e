import { demoAccounts } from '@residency/seed/accounts'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, platformUrl, siteUrl } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function signIn(page: Page, slug: string, role: 'owner' | 'fan'): Promise<void> {
  const account = demoAccounts().find((one) => one.role === role && new URL(one.address).hostname.startsWith(slug))
  if (!account) throw new Error(`The demo has no ${role} at ${slug}`)
  await page.goto(siteUrl(slug, '/sign-in'), { waitUntil: 'networkidle' })
  await page.fill('input[name=email]', account.email)
  await page.fill('input[name=password]', account.password)
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

describe('the studio', () => {
  it('publishes a brand that every visitor sees at once', async () => {
    const { page, troubles, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/brand'), { waitUntil: 'networkidle' })
    const line = `After hours ${Date.now()}`
    await page.fill('input[name="tagline.en"]', line)
    await page.locator('button[value=publish]').click()
    await page.waitForLoadState('networkidle')
    const visitor = await openPage(browser)
    await expect
      .poll(
        async () => {
          await visitor.page.goto(siteUrl('danny'))
          return visitor.page.content()
        },
        { timeout: 10_000 },
      )
      .toContain(line)
    expect(troubles).toEqual([])
    await Promise.all([close(), visitor.close()])
  })

  it('writes a page in blocks, shows its draft by a link, and publishes it', async () => {
    const { page, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/pages'), { waitUntil: 'networkidle' })
    const title = `Rider ${Date.now()}`
    await page.fill('input[name=title]', title)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/studio\/pages\/[0-9a-f-]{36}/)
    await page.locator('button[value="add.text"]').click()
    await page.locator('textarea').first().waitFor()
    await page.fill('textarea', 'Two decks, **one** monitor.')
    await page.locator('button[value=publish]').click()
    await page.waitForLoadState('networkidle')
    const visitor = await openPage(browser)
    const answer = await visitor.page.goto(siteUrl('danny', `/pages/${title.toLowerCase().replaceAll(' ', '-')}`))
    expect(answer?.status()).toBe(200)
    expect(await visitor.page.locator('main strong').first().textContent()).toBe('one')
    await Promise.all([close(), visitor.close()])
  })

  it('is closed to fans and to those who are not signed in', async () => {
    const stranger = await openPage(browser)
    await stranger.page.goto(siteUrl('danny', '/studio'))
    expect(stranger.page.url()).toMatch(/sign-in/)
    const fan = await openPage(browser)
    await signIn(fan.page, 'danny', 'fan')
    expect((await fan.page.goto(siteUrl('danny', '/studio')))?.status()).toBe(403)
    await Promise.all([stranger.close(), fan.close()])
  })
})

describe('the platform', () => {
  it('shows prices in four languages, and keeps the console behind two factors', async () => {
    const { page, close } = await openPage(browser)
    for (const path of ['/', '/es', '/pt', '/fr']) {
      await page.goto(platformUrl(path))
      expect(await page.content()).toContain('299')
    }
    await page.goto(platformUrl('/console'))
    expect(page.url()).toMatch(/console\/sign-in/)
    const operator = demoAccounts().find((one) => one.role === 'operator')
    await page.fill('input[name=email]', operator?.email ?? '')
    await page.fill('input[name=password]', operator?.password ?? '')
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/second-factor/)
    await page.goto(platformUrl('/console'))
    expect(page.url()).toMatch(/second-factor/)
    await close()
  })
})
