import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage, siteUrl } from './browser.ts'
import { shortRecording } from './recording.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Checking, measuring and encoding twenty seconds take a few; on a busy machine many. */
const untilReady = 240_000

it('a DJ uploads a recording, sees it ready, names its tracks and publishes it; a visitor finds it', { timeout: 420_000 }, async () => {
  const { page, troubles, close } = await openPage(browser)
  const name = `Cellar tape ${Date.now()}`
  await signIn(page, 'danny', 'owner')
  await page.goto(siteUrl('danny', '/studio/mixes'), { waitUntil: 'load' })
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  // Scripts take the file; before they are there nothing would.
  await page.waitForFunction(() => Object.keys(document.querySelector('input[type=file]') ?? {}).some((key) => key.startsWith('__react')))
  await page.setInputFiles('input[type=file]', { name: `${name}.wav`, mimeType: 'audio/wav', buffer: shortRecording(20) })
  await page.locator('.upload-list a').first().click({ timeout: 60_000 })
  await page.waitForURL(/\/studio\/mixes\/[0-9a-f-]{36}$/)
  const editor = page.url()
  await expect.poll(() => page.locator('h1').textContent()).toBe(name)
  await page.locator('.page-head .badge-good').first().waitFor({ timeout: untilReady })

  await page.goto(`${editor}/tracks`, { waitUntil: 'load' })
  await page.waitForFunction(() => Object.keys(document.querySelector('main button') ?? {}).some((key) => key.startsWith('__react')))
  await page.locator('details.paste summary').click()
  await page.fill('textarea[name=text]', '[0:00] First Artist - Opening (Some Label)\n[0:08] ID - ID\n[0:14] Third Artist – Closing')
  await page.locator('button[value=paste]').click()
  await expect.poll(() => page.locator('.track-row').count()).toBe(3)
  await page.locator('.toolbar-end button[value=save]').click()
  await page.locator('.notice-good', { hasText: 'Tracklist saved' }).waitFor()

  await page.goto(`${editor}/publication`, { waitUntil: 'load' })
  await page.check('input[name=declared]')
  await page.locator('button[value=publish]').click()
  await page.locator('.notice-good').waitFor()

  const visitor = await openPage(browser)
  const address = siteUrl('danny', `/mixes/${name.toLowerCase().replaceAll(' ', '-')}`)
  await expect.poll(async () => (await visitor.page.goto(address))?.status(), { timeout: 15_000 }).toBe(200)
  const text = await visitor.page.locator('main').textContent()
  expect(text).toContain('Opening')
  expect(text).toContain('Third Artist')
  expect(troubles).toEqual([])
  await Promise.all([close(), visitor.close()])
})

it('a file that is no audio is refused before a byte of it leaves', async () => {
  const { page, close } = await openPage(browser)
  await signIn(page, 'danny', 'owner')
  await page.goto(siteUrl('danny', '/studio/mixes'), { waitUntil: 'load' })
  await page.waitForFunction(() => Object.keys(document.querySelector('input[type=file]') ?? {}).some((key) => key.startsWith('__react')))
  const puts: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && puts.push(request.url()))
  await page.setInputFiles('input[type=file]', { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no sound') })
  await page.locator('.upload-why').waitFor()
  expect(await page.locator('.upload-why').textContent()).toMatch(/WAV/)
  expect(puts).toEqual([])
  await close()
})

it('a lost line and a pause cost no part that has arrived', { timeout: 180_000 }, async () => {
  const { page, close } = await openPage(browser)
  await signIn(page, 'danny', 'owner')
  const arrived = new Map<string, number>()
  const partOf = (address: string): string | null => new URL(address).searchParams.get('partNumber')
  page.on('response', (answer) => {
    const part = partOf(answer.url())
    if (answer.request().method() === 'PUT' && part && answer.ok()) arrived.set(part, (arrived.get(part) ?? 0) + 1)
  })
  let isDown = false
  await page.route(
    (url) => partOf(url.href) !== null,
    async (route) => {
      // Slow enough that one can get in between.
      await new Promise((resolve) => setTimeout(resolve, 700))
      await (isDown ? route.abort('internetdisconnected') : route.continue()).catch(() => undefined)
    },
  )
  await page.goto(siteUrl('danny', '/studio/mixes'), { waitUntil: 'load' })
  await page.waitForFunction(() => Object.keys(document.querySelector('input[type=file]') ?? {}).some((key) => key.startsWith('__react')))
  const file = { name: `Long tape ${Date.now()}.wav`, mimeType: 'audio/wav', buffer: shortRecording(200) }
  await page.setInputFiles('input[type=file]', file)
  const line = page.locator('.upload-list li').first()
  await expect.poll(() => arrived.size, { timeout: 30_000 }).toBeGreaterThan(0)
  isDown = true
  await line.locator('.badge-warn').waitFor()
  isDown = false
  await line.locator('.badge-warn').waitFor({ state: 'detached', timeout: 40_000 })
  await line.getByRole('button', { name: /^Pause/ }).click()
  await line.getByRole('button', { name: /^Go on/ }).click()
  await line.locator('a').waitFor({ timeout: 60_000 })
  expect([...arrived.values()].every((times) => times === 1)).toBe(true)
  expect(arrived.size).toBe(Math.ceil(file.buffer.length / (8 * 1024 ** 2)))
  await close()
})
