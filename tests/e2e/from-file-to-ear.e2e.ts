import { randomUUID } from 'node:crypto'
import { resolveHost, tenantRef } from '@residency/db'
import { rollUpPlays } from '@residency/domain/plays'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkIn, mailTo, openBrowser, openPage, siteUrl } from './browser.ts'
import { goesOn, openPlayer, press, sounding, until } from './listening.ts'
import { shortRecording } from './recording.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const at = (path: string) => siteUrl('danny', path)
/** One that says it is without a window is counted as a machine's. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
/** Half of it makes a play. */
const seconds = 16
/** Checking, measuring and encoding them takes a few; on a busy machine many. */
const untilReady = 240_000

/** Qualities that the page was offered and those it fetched sound of. */
function heardQualities(page: Page) {
  const offered = new Set<string>()
  const fetched = new Set<string>()
  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname
    const [, segment] = /^\/stream\/[^/]+\/([a-z0-9]+)\/(?:\d+\/)?\d+\.m4s$/.exec(path) ?? []
    if (segment && response.ok()) fetched.add(segment)
    if (!path.endsWith('/master.m3u8') || !response.ok()) return
    for (const [, name = ''] of (await response.text().catch(() => '')).matchAll(/^(\w+)\/index\.m3u8$/gm)) offered.add(name)
  })
  return { offered, fetched }
}

/** A new fan, with an address that was confirmed. */
async function joinAs(page: Page, email: string): Promise<void> {
  await page.goto(at('/sign-up'), { waitUntil: 'networkidle' })
  await page.fill('input[name=name]', 'Ada from the front row')
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', 'seven quiet lamps over the river')
  for (const box of await page.locator('main input[type=checkbox][required]').all()) await box.check()
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL(/check-mail/)
  await page.goto(linkIn(await mailTo(email, /./)), { waitUntil: 'networkidle' })
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL(/\/account/)
}

async function upload(page: Page, name: string): Promise<string> {
  await page.goto(at('/studio/mixes'), { waitUntil: 'load' })
  await page.waitForFunction(() => Object.keys(document.querySelector('input[type=file]') ?? {}).some((key) => key.startsWith('__react')))
  await page.setInputFiles('input[type=file]', { name: `${name}.wav`, mimeType: 'audio/wav', buffer: shortRecording(seconds) })
  await page.locator('.upload-list a').first().click({ timeout: 60_000 })
  await page.waitForURL(/\/studio\/mixes\/[0-9a-f-]{36}$/)
  return page.url()
}

/** Plays of the mix as the DJ's page tells them, today. */
async function toldPlays(page: Page, name: string): Promise<number> {
  await page.goto(at('/studio/insight'), { waitUntil: 'load' })
  const row = page.locator('tr', { hasText: name })
  return (await row.count()) === 0 ? 0 : Number((await row.locator('td').first().textContent())?.replace(/\D/g, ''))
}

it('from a DJ’s file to a visitor’s and a member’s ear, and back as plays', { timeout: 600_000 }, async () => {
  const name = `First light ${Date.now()}`
  const path = `/mixes/${name.toLowerCase().replaceAll(' ', '-')}`
  const dj = await openPage(browser)
  await signIn(dj.page, 'danny', 'owner')
  const editor = await upload(dj.page, name)

  // Nobody sits beside the encoder: it comes out by itself, or at once where the encoder was quicker.
  await dj.page.goto(`${editor}/publication`, { waitUntil: 'load' })
  await dj.page.check('input[name=declared]')
  await dj.page.locator('.publish-ways .button-main').click()
  await dj.page.locator('.notice-good').waitFor()
  await dj.page.goto(editor, { waitUntil: 'load' })
  await dj.page.locator('.page-head .badge-good', { hasText: 'Ready' }).waitFor({ timeout: untilReady })
  const visitor = await openPlayer(browser, '/mixes', { userAgent })
  await expect.poll(async () => (await visitor.page.goto(at(path), { waitUntil: 'networkidle' }))?.status(), { timeout: 30_000 }).toBe(200)

  const free = heardQualities(visitor.page)
  await visitor.page.evaluate(() => Object.assign(window, { stays: true }))
  await press(visitor.page)
  await until(visitor.page, 'playing')
  let last = (await sounding(visitor.page))?.at ?? 0
  for (const link of ['/mixes', '/events']) {
    await visitor.page.locator(`header a[href="${link}"]`).first().click()
    await visitor.page.waitForURL(at(link))
    await goesOn(visitor.page, last)
    last = (await sounding(visitor.page))?.at ?? 0
  }
  expect(await visitor.page.evaluate(() => 'stays' in window)).toBe(true)
  expect([...free.offered], 'a visitor is offered').toEqual(['aac128'])
  expect([...free.fetched], 'a visitor hears').toEqual(['aac128'])
  await goesOn(visitor.page, 0, seconds / 2 + 1)
  await visitor.page.keyboard.press('k')
  await until(visitor.page, 'paused')

  const email = `ada-${randomUUID().slice(0, 8)}@fan.example`
  const member = await openPage(browser, { userAgent })
  await joinAs(member.page, email)
  await dj.page.goto(at('/studio/fan-club'), { waitUntil: 'networkidle' })
  await dj.page.fill('input[name=email]', email)
  await dj.page.selectOption('select[name=tierId]', { label: 'Inner Circle' })
  await dj.page.locator('main form:has(input[name=email]) .button-main').click()
  await dj.page.locator('.notice-good').waitFor()
  const top = await openPlayer(browser, path, { userAgent, storageState: await member.page.context().storageState() })
  const best = heardQualities(top.page)
  await press(top.page)
  await until(top.page, 'playing')
  await goesOn(top.page, 0, seconds / 2 + 1)
  expect([...best.offered], 'a top member is offered').toContain('flac')
  expect([...best.fetched], 'a top member hears').toEqual(['flac'])
  await top.page.keyboard.press('k')
  await until(top.page, 'paused')

  await expect.poll(() => toldPlays(dj.page, name), { timeout: 40_000 }).toBe(2)
  const host = await resolveHost({ slug: 'danny' })
  await rollUpPlays({ ref: tenantRef('cli', host?.tenantId ?? '') })
  expect(await toldPlays(dj.page, name), 'after the roll-up').toBe(2)
  expect([...dj.troubles, ...visitor.troubles, ...member.troubles, ...top.troubles]).toEqual([])
  await Promise.all([dj, visitor, member, top].map(({ close }) => close()))
})
