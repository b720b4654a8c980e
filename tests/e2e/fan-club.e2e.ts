import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage, siteUrl } from './browser.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const at = (path: string) => siteUrl('connect', path)

it('a tier is made, changed and closed in the studio, and fans see each of it', async () => {
  const { page, troubles, close } = await openPage(browser)
  await signIn(page, 'connect', 'owner')

  const name = `Front row ${Date.now()}`
  await page.goto(at('/studio/fan-club/new'), { waitUntil: 'networkidle' })
  await page.fill('input[name="name.en"]', name)
  await page.fill('input[name=priceMonthMinor]', '7.50')
  await page.selectOption('select[name=quality]', 'aac320')
  await page.locator('main .button-main').click()
  await page.waitForURL(/\/studio\/fan-club\/[0-9a-f-]{36}$/)
  const editor = page.url()

  const visitor = await openPage(browser)
  const seen = async () => {
    await visitor.page.goto(at('/fan-club'))
    return (await visitor.page.locator('main').textContent()) ?? ''
  }
  await expect.poll(seen, { timeout: 10_000 }).toContain(name)
  expect(await seen()).toMatch(/7[.,]50/)

  await page.fill('input[name=priceMonthMinor]', 'a lot')
  await page.locator('button[value=save]').click()
  await page.locator('.field-error').first().waitFor()
  await page.fill('input[name=priceMonthMinor]', '9')
  await page.fill('input[name=earlyAccessHours]', '36')
  await page.locator('button[value=save]').click()
  await page.locator('.notice-good').waitFor()
  expect(await page.inputValue('input[name=earlyAccessHours]')).toBe('36')
  await page.goto(editor, { waitUntil: 'networkidle' })
  expect(await page.inputValue('input[name=priceMonthMinor]')).toMatch(/^9([.,]00)?$/)
  await expect.poll(seen, { timeout: 10_000 }).not.toMatch(/7[.,]50/)

  await page.locator('button[value=close]').click()
  await page.locator('.notice-good').waitFor()
  await expect.poll(seen, { timeout: 10_000 }).not.toContain(name)
  expect([...troubles, ...visitor.troubles]).toEqual([])
  await Promise.all([close(), visitor.close()])
})
