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

it('two people change one mix: the second sees what differs, keeps theirs, and sees theirs afterwards', async () => {
  const { page, troubles, close } = await openPage(browser)
  await signIn(page, 'connect', 'owner')
  await page.goto(at('/studio/mixes?publication=published'), { waitUntil: 'networkidle' })
  const editor = at((await page.locator('main th a').first().getAttribute('href')) ?? '')
  const other = await page.context().newPage()
  for (const tab of [page, other]) await tab.goto(editor, { waitUntil: 'networkidle' })
  const before = await page.inputValue('input[name=genre]')
  const save = 'button.button-main[value=save]'

  await other.fill('input[name=genre]', 'Slow acid')
  await other.locator(save).click()
  await other.locator('.notice-good').waitFor()
  await page.fill('input[name=genre]', 'Fast dub')
  await page.locator(save).click()
  const row = page.locator('.diff tr', { hasText: 'Genre' })
  await row.waitFor()
  expect(await row.locator('td').allTextContents()).toEqual(['Fast dub', 'Slow acid'])
  expect(await page.locator('.diff tbody tr').count()).toBe(1)
  await page.locator('.diff-actions button').first().click()
  await page.locator('.notice-good').waitFor()
  expect(await page.inputValue('input[name=genre]')).toBe('Fast dub')
  await page.goto(editor, { waitUntil: 'networkidle' })
  expect(await page.inputValue('input[name=genre]')).toBe('Fast dub')

  await page.fill('input[name=genre]', before)
  await page.locator(save).click()
  await page.locator('.notice-good').waitFor()
  expect(troubles).toEqual([])
  await close()
})
