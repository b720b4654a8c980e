import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlantedAudio, plantAudio } from '../support/plant-audio.ts'
import { openBrowser, siteUrl } from './browser.ts'
import { goesOn, openPlayer, press, sounding, until } from './listening.ts'

let browser: Browser
let first: PlantedAudio
let second: PlantedAudio
beforeAll(async () => {
  const [one, two] = await plantAudio('danny', ['Outlives its document', 'Waits behind it'])
  if (!one || !two) throw new Error('nothing was planted')
  first = one
  second = two
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Plays the first mix and goes on to 20 s of it. */
async function playTo20(page: Page) {
  await press(page)
  await until(page, 'playing')
  await page.locator('.pl-bar .wave-slider').focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  await goesOn(page, 20)
}

/** Whether a browser lets a new document sound is its own affair: where it does not, one press on what it shows goes on. */
async function goOn(page: Page) {
  const note = page.locator('.pl-note button', { hasText: 'Go on at 0:2' })
  await page.locator('.pl[data-status=playing]').or(note).first().waitFor({ timeout: 20_000 })
  if (await note.isVisible()) await note.click()
  await until(page, 'playing')
}

/** A browser that wants a press in each document before it makes a sound. */
const refuseUnasked = (page: Page) =>
  page.addInitScript(() => {
    let pressed = false
    for (const name of ['pointerdown', 'keydown']) addEventListener(name, () => (pressed = true), { capture: true })
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function () {
      return pressed ? play.call(this) : Promise.reject(new DOMException('asked by nobody', 'NotAllowedError'))
    }
  })

describe('what a tab plays', () => {
  it('goes on where it was after every way to a new document, with its queue, and is one play', async () => {
    const { page, close } = await openPlayer(browser, first.path)
    const plays = new Set<string>()
    page.on('request', (request) => {
      if (new URL(request.url()).pathname !== '/plays') return
      for (const { playId } of JSON.parse(request.postData() ?? '{"plays":[]}').plays) plays.add(playId)
    })
    await playTo20(page)
    await page.locator('header a[href="/mixes"]').first().click()
    await page.locator(`main a[href="${second.path}"]:not([data-play])`).first().click()
    await page.locator(`[data-queue="${second.id}"]`).click()
    const ways = [
      () => page.reload(),
      () => page.goto(siteUrl('danny', '/about')),
      () => page.evaluate(() => location.assign('/events')),
      () => page.goBack(),
      // Gone again before the player came.
      async () => {
        await page.goto(siteUrl('danny', '/about'), { waitUntil: 'commit' })
        await page.goto(siteUrl('danny', '/links'), { waitUntil: 'commit' })
      },
    ]
    let at = 20
    for (const way of ways) {
      await way()
      await goOn(page)
      await goesOn(page, at - 1)
      at = (await sounding(page))?.at ?? 0
    }
    await page.locator('.pl-what').click()
    await page.getByRole('tab', { name: 'Queue' }).click()
    expect(await page.locator('.pl-rows .pl-title').allTextContents()).toEqual([second.title])
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await until(page, 'paused')
    expect(plays.size).toBe(1)
    await close()
  })

  it('is never lost where the browser refuses to sound by itself: it says so, keeps the place, and one press goes on', async () => {
    const { page, close } = await openPlayer(browser, first.path)
    await refuseUnasked(page)
    await playTo20(page)
    await page.goto(siteUrl('danny', '/about'))
    const here = page.locator('.pl-note').getByRole('button', { name: /^Go on at 0:2\d$/ })
    await here.waitFor({ timeout: 20_000 })
    // Another document still wants to go on, and still knows where.
    await page.goto(siteUrl('danny', '/events'))
    await here.waitFor({ timeout: 20_000 })
    expect(await sounding(page)).toBeUndefined()
    await here.click()
    await until(page, 'playing')
    expect((await sounding(page))?.at).toBeGreaterThan(19)
    expect(await page.locator('.pl-note').count()).toBe(0)
    await close()
  })

  it('stays paused where it was paused, and a sleep timer goes on', async () => {
    const { page, close } = await openPlayer(browser, first.path)
    await playTo20(page)
    await page.locator('.pl-what').click()
    await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'End of the mix' }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await until(page, 'paused')
    await page.goto(siteUrl('danny', '/about'))
    await until(page, 'paused')
    await page.locator('.pl-bar .pl-title', { hasText: first.title }).waitFor()
    expect(await page.locator('.pl-bar .pl-time').first().textContent()).toMatch(/^0:2\d$/)
    await page.locator('.pl-what').click()
    await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByText(/^Quiet in/).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await until(page, 'playing')
    expect((await sounding(page))?.at).toBeGreaterThan(19)
    await close()
  })

  it('remembers the language that was chosen while it played', async () => {
    const { page, close } = await openPlayer(browser, first.path)
    await press(page)
    await until(page, 'playing')
    const kept = page.waitForResponse((response) => response.url().endsWith('/preferences/language'))
    await page.locator('a[hreflang=fr]').first().click()
    expect((await kept).status()).toBe(204)
    await until(page, 'playing')
    const fresh = await page.context().newPage()
    await fresh.goto(siteUrl('danny', '/'))
    expect(new URL(fresh.url()).pathname).toBe('/fr')
    await close()
  })

  it('sounds alone: another tab that is asked to play takes over', async () => {
    const { page, close } = await openPlayer(browser, first.path)
    await press(page)
    await until(page, 'playing')
    const other = await page.context().newPage()
    await other.goto(siteUrl('danny', second.path), { waitUntil: 'networkidle' })
    await press(other)
    await until(other, 'playing')
    await until(page, 'paused')
    await close()
  })

  it('plays what it has when the line is gone, says so when that is used up, and goes on when it is back', async () => {
    const { page, close } = await openPlayer(browser, first.path)
    let cut = true
    await page.route(/\/stream\/.*\/(\d+)\.m4s$/, (route) =>
      cut && Number(/(\d+)\.m4s$/.exec(route.request().url())?.[1]) >= 2 ? route.abort('internetdisconnected') : route.fallback(),
    )
    await press(page)
    await until(page, 'playing')
    await until(page, 'offline')
    await page.getByRole('alert').filter({ hasText: 'There is no connection' }).waitFor()
    const stood = (await sounding(page))?.at ?? 0
    expect(stood).toBeGreaterThan(7)
    cut = false
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await until(page, 'playing')
    await goesOn(page, stood)
    expect(await page.getByRole('alert').count()).toBe(0)
    await close()
  })
})
