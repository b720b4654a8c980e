import type { BrowserContext } from 'playwright'
import { plantAudio } from '../support/plant-audio.ts'
import { type BenchContext, type Benchmark, type Figure, hostOf, median, round, slug } from './benchmark.ts'
import { openChromium } from './chromium.ts'

const times = 9

/** Milliseconds from the press on play to sound that moves, on a page that was opened anew. */
async function firstSound(browser: BrowserContext, address: string): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.addInitScript(() => {
      const play = HTMLMediaElement.prototype.play
      HTMLMediaElement.prototype.play = function () {
        const looking = setInterval(() => {
          if (this.paused || this.currentTime === 0) return
          clearInterval(looking)
          performance.mark('sound')
        }, 4)
        return play.call(this)
      }
      addEventListener('click', () => performance.mark('press'), { capture: true, once: true })
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.locator('main .play-main').first().click()
    await page.waitForFunction(() => performance.getEntriesByName('sound').length > 0, undefined, { timeout: 20_000 })
    const [press = Number.NaN, sound = Number.NaN] = await page.evaluate(() =>
      ['press', 'sound'].map((name) => performance.getEntriesByName(name)[0]?.startTime),
    )
    return sound - press
  } finally {
    await page.close()
  }
}

/** How long a fan waits for sound, over loopback: their first time, and once the browser has the player's script. */
async function run(context: BenchContext): Promise<Figure[]> {
  const [mix] = await plantAudio(slug, ['To the first sound'])
  if (!mix) throw new Error('nothing was planted')
  const browser = await openChromium(['--autoplay-policy=no-user-gesture-required'])
  try {
    const visitor = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
    const address = `http://${hostOf(context)}${mix.path}`
    const cold = await firstSound(visitor, address)
    const warm: number[] = []
    for (let time = 0; time < times; time += 1) warm.push(await firstSound(visitor, address))
    const figure = (name: string, value: number): Figure => ({ name, value: round(value, 0), unit: 'ms', floor: null, ratio: null })
    return [figure('player.firstSound.cold', cold), figure('player.firstSound', median(warm))]
  } finally {
    await browser.close()
  }
}

export const playerFirstSound: Benchmark = { name: 'player.firstSound', run }
