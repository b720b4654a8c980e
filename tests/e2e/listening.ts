import type { Browser, Page } from 'playwright'
import { expect } from 'vitest'
import { openPage, siteUrl } from './browser.ts'

export interface Heard {
  at: number
  paused: boolean
  volume: number
  rate: number
}

/** What the page's audio elements do, though they stand in no document. */
export const watchAudio = (page: Page) =>
  page.addInitScript(() => {
    const elements = new Set<HTMLMediaElement>()
    Object.assign(window, { elements })
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function () {
      elements.add(this)
      return play.call(this)
    }
  })
export const heard = (page: Page): Promise<Heard[]> =>
  page.evaluate(() =>
    [...(window as unknown as { elements: Set<HTMLMediaElement> }).elements].map(({ currentTime, paused, volume, playbackRate }) => ({
      at: currentTime,
      paused,
      volume,
      rate: playbackRate,
    })),
  )
export const sounding = async (page: Page): Promise<Heard | undefined> => (await heard(page)).find(({ paused }) => !paused)
export const until = (page: Page, status: string) => page.locator(`.pl[data-status=${status}]`).waitFor({ timeout: 20_000 })
/** The sound has gone on by this much since. */
export const goesOn = async (page: Page, from: number, seconds = 0.5) =>
  expect.poll(async () => (await sounding(page))?.at ?? 0, { timeout: 15_000 }).toBeGreaterThan(from + seconds)

/** A page of Danny's, at rest, whose sound can be watched. */
export async function openPlayer(browser: Browser, path: string, options: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(browser, options)
  opened.page.setDefaultTimeout(12_000)
  await watchAudio(opened.page)
  await opened.page.goto(siteUrl('danny', path), { waitUntil: 'networkidle' })
  return opened
}
export const press = (page: Page) => page.locator('main .play-main').first().click()
