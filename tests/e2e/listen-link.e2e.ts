import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { plantAudio } from '../support/plant-audio.ts'
import { openBrowser, openPage, siteUrl } from './browser.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

it('an unlisted mix is heard by its link and by nothing else, commented on, and all of that without scripts', async () => {
  const [mix] = await plantAudio('danny', [`Only by link ${Date.now()}`])
  if (!mix) throw new Error('nothing was planted')
  const dj = await openPage(browser)
  await signIn(dj.page, 'danny', 'owner')
  await dj.page.goto(siteUrl('danny', `/studio/mixes/${mix.id}/publication`), { waitUntil: 'networkidle' })
  await dj.page.check('input[name=declared]')
  await dj.page.locator('button[value=unlist]').click()
  await dj.page.locator('.notice-good').waitFor()
  await dj.page.fill('input[name=label]', 'The promoter')
  await dj.page.locator('button[value=link]').click()
  const address = await dj.page.locator('.copy-field').inputValue()

  const { page, close } = await openPage(browser, { javaScriptEnabled: false })
  await signIn(page, 'danny', 'fan')
  await expect.poll(async () => (await page.goto(siteUrl('danny', mix.path)))?.status(), { timeout: 10_000 }).toBe(404)
  expect((await page.goto(address))?.status()).toBe(200)
  const port = Number(process.env.PUBLIC_PORT)
  const status = async (path: string) => (await ask(port, path, { host: `danny.localhost:${port}` }))?.status
  const sources = await page
    .locator('noscript audio source, audio source')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''))
  expect(sources).toHaveLength(2)
  for (const source of sources) {
    expect([200, 302], source).toContain(await status(source))
    expect([403, 404], 'without the link').toContain(await status(source.split('?')[0] ?? ''))
  }

  const words = `Heard it first ${Date.now()}`
  await page.locator('.community a[href*="/comments"]').click()
  await page.fill('.comment-form textarea', words)
  await page.fill('.comment-form input[name=at]', '0:10')
  await page.locator('.comment-form .button').click()
  await page.locator('.comment', { hasText: words }).waitFor()
  await page.locator('.community-back a').click()
  expect(await page.locator('h1').textContent()).toContain('Only by link')
  expect(dj.troubles).toEqual([])
  await Promise.all([close(), dj.close()])
})
