import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailTo, openBrowser, openPage, siteUrl } from './browser.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const slug = 'danny'
const at = (path: string) => siteUrl(slug, path)

/** Somebody of the demo, signed in. */
async function as(role: 'owner' | 'fan', options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options)
  await signIn(opened.page, slug, role)
  return opened
}

/** The path of a mix: each test has one of its own. */
async function mixPath(page: Page, nth: number): Promise<string> {
  await page.goto(at('/mixes'))
  const hrefs = await page.locator('main a[href^="/mixes/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const path = [...new Set(hrefs)].filter((href) => /^\/mixes\/[^/?]+$/.test(href))[nth]
  if (!path) throw new Error(`There is no mix ${nth}`)
  return path
}

it('a fan likes and comments on the mix’s page; a moderator hides it; its author still sees it', async () => {
  const { page, troubles, close } = await as('fan')
  const path = await mixPath(page, 0)
  const words = `What a turn ${randomUUID().slice(0, 8)}`
  await page.goto(at(path), { waitUntil: 'networkidle' })
  const like = page.locator('.community-toggle button').first()
  const before = await like.getAttribute('aria-pressed')
  await like.click()
  await expect.poll(() => like.getAttribute('aria-pressed')).not.toBe(before)
  await page.fill('.comment-form textarea', words)
  await page.fill('.comment-form input[name=at]', '0:05')
  await page.locator('.comment-form .button').click()
  const comment = page.locator('.comment', { hasText: words })
  await comment.waitFor()
  expect(await comment.locator('.comment-at').textContent()).toContain('0:05')

  const visitor = await openPage(browser)
  await visitor.page.goto(at(path), { waitUntil: 'networkidle' })
  await visitor.page.locator('.comment', { hasText: words }).waitFor()
  expect(await visitor.page.locator('.comment-form').count()).toBe(0)

  const owner = await as('owner')
  await owner.page.goto(at(`/studio/comments?show=all&q=${encodeURIComponent(words)}`), { waitUntil: 'networkidle' })
  // By keys alone: down, choose, hide.
  for (const key of ['j', 'x', 'h']) await owner.page.keyboard.press(key)
  await owner.page.locator('.notice-good').waitFor()
  await visitor.page.goto(at(`${path}/comments`))
  expect(await visitor.page.locator('.comment', { hasText: words }).count()).toBe(0)
  await page.goto(at(`${path}/comments`))
  const own = page.locator('.comment', { hasText: words })
  await own.waitFor()
  expect(await own.locator('.comment-note').count()).toBe(1)
  expect([...troubles, ...visitor.troubles, ...owner.troubles]).toEqual([])
  await Promise.all([close(), visitor.close(), owner.close()])
})

it('without scripts a fan likes, comments and takes it back, in another language', async () => {
  const { page, close } = await as('fan', { javaScriptEnabled: false })
  const path = await mixPath(page, 1)
  const words = `Sin guiones ${randomUUID().slice(0, 8)}`
  await page.goto(at(`/es${path}`))
  await page.locator('.community a[href$="/comments"]').click()
  await page.fill('.comment-form textarea', words)
  await page.fill('.comment-form input[name=at]', 'pronto')
  await page.locator('.comment-form .button').click()
  await page.locator('.field-error').waitFor()
  expect(await page.inputValue('.comment-form textarea')).toBe(words)
  await page.fill('.comment-form input[name=at]', '0:30')
  await page.locator('.comment-form .button').click()
  const comment = page.locator('.comment', { hasText: words })
  await comment.waitFor()
  await comment.locator('summary').first().click()
  await comment.locator('button[value=delete]').click()
  await page.waitForLoadState()
  expect(await page.locator('.comment', { hasText: words }).count()).toBe(0)
  await close()
})

it('somebody without an account or scripts reports a mix; the desk takes it down and brings it back', async () => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false })
  const path = await mixPath(page, 2)
  const name = `Label ${randomUUID().slice(0, 8)}`
  await page.goto(at(path))
  await page.locator('.community a[href$="/report"]').click()
  await page.fill('input[name=name]', name)
  const email = `${randomUUID().slice(0, 8)}@label.example`
  await page.fill('input[name=email]', email)
  await page.fill('textarea[name=work]', 'The second track, from 1:00 on.')
  await page.fill('textarea[name=statement]', 'It is ours and nobody asked us for it.')
  await page.check('input[name=sworn]')
  await page.locator('.rights-form .button').click()
  await page.locator('.notice-good').waitFor()

  // The receipt leads to the claim, for whoever has it and nobody else.
  const claim = /https?:\/\/\S+\/claims\/[^\s)\]]+/.exec((await mailTo(email, /\/claims\//)).text)?.[0] ?? ''
  expect((await page.goto(claim))?.status()).toBe(200)
  expect((await page.goto(claim.replace('danny.', 'hathor.')))?.status()).toBe(404)

  const owner = await as('owner')
  await owner.page.goto(at('/studio/takedowns'), { waitUntil: 'networkidle' })
  await owner.page.locator('tr', { hasText: name }).locator('a').first().click()
  await owner.page.fill('textarea[name=reason]', 'You are right.')
  await owner.page.locator('button[value=uphold]').click()
  await owner.page.locator('.notice-good').waitFor()
  await expect.poll(async () => (await page.goto(at(path)))?.status(), { timeout: 10_000 }).toBe(404)
  await page.goto(claim)
  expect(await page.locator('main').textContent()).toContain('You are right.')
  await owner.page.fill('textarea[name=reason]', 'It was licensed after all.')
  await owner.page.locator('button[value=reconsider]').click()
  await expect.poll(async () => (await page.goto(at(path)))?.status(), { timeout: 10_000 }).toBe(200)
  expect(owner.troubles).toEqual([])
  await Promise.all([close(), owner.close()])
})

it('a fan’s second page hears what the first one plays, and can empty its history', async () => {
  const { page, troubles, close } = await as('fan')
  const other = await page.context().newPage()
  await other.goto(at('/account/listening'), { waitUntil: 'networkidle' })
  const heard = other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const line = new EventSource('/listening/events')
        line.onmessage = ({ data }) => {
          if (!String(data).includes('Kitchen radio')) return
          line.close()
          resolve(String(data))
        }
      }),
  )
  await page.goto(at('/account/listening'), { waitUntil: 'networkidle' })
  const state = { deviceId: randomUUID(), deviceName: 'Kitchen radio', mixId: null, positionMs: 61_000, rate: 1, playing: true, queue: [] }
  const status = await page.evaluate(async (word) => {
    const body = JSON.stringify({ ...word, at: new Date().toISOString(), version: 0 })
    return (await fetch('/listening/state', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body })).status
  }, state)
  expect(status).toBe(200)
  expect(JSON.parse(await heard)).toMatchObject({ deviceName: 'Kitchen radio', positionMs: 61_000, playing: true })

  await page.locator('button[value=switch]').click()
  await page.locator('.notice-good').waitFor()
  await page.locator('button[value=switch]').click()
  await page.locator('button[value=switch]').waitFor()
  expect(troubles).toEqual([])
  await close()
})
