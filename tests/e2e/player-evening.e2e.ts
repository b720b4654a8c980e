import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlantedAudio, plantAudio } from '../support/plant-audio.ts'
import { openBrowser } from './browser.ts'
import { goesOn, heard, openPlayer, press, sounding, until } from './listening.ts'

let browser: Browser
let mixes: PlantedAudio[]
beforeAll(async () => {
  mixes = await plantAudio('danny', ['Opens the evening', 'Comes second', 'Comes third'])
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The first plays, the others wait behind it. */
async function openEvening(settings: object = {}) {
  const [first, ...others] = mixes
  const opened = await openPlayer(browser, first?.path ?? '')
  const { page } = opened
  await page.evaluate((kept) => localStorage.setItem('player.settings', JSON.stringify(kept)), settings)
  await press(page)
  await until(page, 'playing')
  for (const mix of others) {
    await page.locator('header a[href="/mixes"]').first().click()
    await page.locator(`main a[href="${mix.path}"]:not([data-play])`).first().click()
    await page.locator(`[data-queue="${mix.id}"]`).click()
  }
  return opened
}
async function openQueue(page: Page) {
  await page.locator('.pl-what').click()
  await page.getByRole('tab', { name: 'Queue' }).click()
}
const waiting = (page: Page) => page.locator('.pl-rows .pl-title').allTextContents()
const toTheEnd = async (page: Page, steps: number) => {
  await page.locator('.pl-bar .wave-slider').focus()
  await page.keyboard.press('End')
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowLeft')
}

/** Writes down, as long as the page is there, how each element's own clock stands to the page's. */
const followClocks = (page: Page) =>
  page.evaluate(() => {
    const clocks: { element: number; page: number; media: number; paused: boolean }[] = []
    Object.assign(window, { clocks })
    setInterval(() => {
      const { elements } = window as unknown as { elements: Set<HTMLMediaElement> }
      ;[...elements].forEach(({ currentTime, paused, ended }, element) => {
        clocks.push({ element, page: performance.now() / 1000, media: currentTime, paused: paused || ended })
      })
    }, 20)
  })
/** When each element's sound began and ended, by the page's clock, reckoned from its own: seconds. */
const turns = (page: Page) =>
  page.evaluate(() => {
    const { clocks } = window as unknown as { clocks: { element: number; page: number; media: number; paused: boolean }[] }
    const running = (element: number) => clocks.filter((one) => one.element === element && !one.paused)
    const [old, next] = [running(0), running(1).filter(({ media }) => media > 0.2)]
    const [last, started] = [old.at(-1), next[0]]
    return { oldEnds: last?.page ?? 0, oldMedia: last?.media ?? 0, nextBegan: started ? started.page - started.media : 0 }
  })

describe('an evening of several mixes', () => {
  it('has a queue that is moved by keys and by dragging, and that says where each stands', async () => {
    const { page, close } = await openEvening()
    await openQueue(page)
    expect(await waiting(page)).toEqual(['Comes second', 'Comes third'])
    const handles = page.locator('.pl-handle')
    await handles.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('status').allTextContents()).toContain('Comes second: place 2 of 2')
    expect(await handles.nth(1).evaluate((handle) => handle === document.activeElement)).toBe(true)
    expect(await waiting(page)).toEqual(['Comes third', 'Comes second'])
    const [from, to] = [await handles.nth(1).boundingBox(), await handles.first().boundingBox()]
    if (!from || !to) throw new Error('no handles')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
    expect(await waiting(page)).toEqual(['Comes second', 'Comes third'])
    const panel = page.locator('#pl-panel')
    await panel.getByRole('button', { name: 'Remove Comes third from the queue' }).click()
    expect(await waiting(page)).toEqual(['Comes second'])
    const axe = await new AxeBuilder({ page }).include('.pl').analyze()
    expect(axe.violations.map(({ id }) => id)).toEqual([])
    await close()
  })

  it('goes from mix to mix without a gap', async () => {
    const { page, close } = await openEvening()
    await followClocks(page)
    await toTheEnd(page, 1)
    await page.locator('.pl-bar .pl-title', { hasText: 'Comes second' }).waitFor({ timeout: 25_000 })
    await until(page, 'playing')
    await goesOn(page, 0.5)
    const { oldMedia, oldEnds, nextBegan } = await turns(page)
    // The first was heard to its end; the second's first sample came with the first's last, as near as two elements can be asked to.
    expect(oldMedia).toBeGreaterThan(59)
    expect(Math.abs(nextBegan - oldEnds)).toBeLessThan(0.4)
    expect((await heard(page)).filter(({ paused }) => !paused).length).toBe(1)
    await close()
  })

  it('lets one fade into the next where that is asked for: both are heard for a while, then one', async () => {
    const { page, close } = await openEvening({ crossfadeS: 5, normalise: false })
    await followClocks(page)
    await toTheEnd(page, 2)
    const both = () => heard(page).then((all) => all.filter(({ paused }) => !paused))
    await expect.poll(async () => (await both()).length, { timeout: 25_000, interval: 50 }).toBe(2)
    await expect.poll(async () => (await both()).map(({ volume }) => volume > 0 && volume < 1), { interval: 50 }).toEqual([true, true])
    await expect.poll(async () => (await both()).length, { timeout: 15_000 }).toBe(1)
    expect((await both())[0]?.volume).toBe(1)
    const { oldEnds, nextBegan } = await turns(page)
    expect(oldEnds - nextBegan).toBeGreaterThan(3)
    await close()
  })

  it('falls asleep at the end of a track, and grows quieter before it', async () => {
    const { page, close } = await openEvening({ normalise: false })
    await page.locator('.pl-what').click()
    await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'End of this track' }).click()
    await page.getByText(/^Quiet in/).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.pl-bar .wave-slider').focus()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await sounding(page))?.volume ?? 1, { timeout: 15_000 }).toBeLessThan(0.9)
    await until(page, 'paused')
    expect(await sounding(page)).toBeUndefined()
    const at = Math.max(...(await heard(page)).map((element) => element.at))
    expect(at).toBeGreaterThan(18)
    expect(at).toBeLessThan(24)
    await close()
  })
})
