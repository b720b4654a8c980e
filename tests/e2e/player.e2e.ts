import { AxeBuilder } from '@axe-core/playwright'
import { raiseRevision, resolveHost, tenantRef, withTenant } from '@residency/db'
import type { Browser, BrowserContextOptions } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { type PlantedAudio, plantAudio } from '../support/plant-audio.ts'
import { openBrowser, openPage, siteUrl } from './browser.ts'
import { goesOn, openPlayer as openWatched, press, sounding, until } from './listening.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
let first: PlantedAudio
let second: PlantedAudio
beforeAll(async () => {
  const [one, two] = await plantAudio('danny', ['Heard on the way', 'Heard after it'])
  if (!one || !two) throw new Error('nothing was planted')
  first = one
  second = two
  browser = await openBrowser()
})
afterAll(() => browser.close())

const openPlayer = (path: string, options: BrowserContextOptions = {}) => openWatched(browser, path, options)

describe('the player', () => {
  it('loads nothing of itself until somebody plays, then plays on from page to page and through a change of language', async () => {
    const { page, troubles, close } = await openPlayer(first.path)
    const scripts: string[] = []
    page.on('request', (request) => scripts.push(request.url()))
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(loaded.filter((name) => /hls-feed|main-/.test(name))).toEqual([])
    await page.evaluate(() => Object.assign(window, { stays: true }))
    await press(page)
    await until(page, 'playing')
    expect(scripts.some((name) => name.includes('hls-feed'))).toBe(true)
    let last = (await sounding(page))?.at ?? 0
    for (const link of ['header a[href="/mixes"]', 'header a[href="/events"]', 'a[hreflang=es]']) {
      await page.locator(link).first().click()
      await page.waitForLoadState('networkidle')
      await goesOn(page, last)
      last = (await sounding(page))?.at ?? 0
      expect(await page.evaluate(() => 'stays' in window)).toBe(true)
      expect(await page.locator('#player .pl').count()).toBe(1)
    }
    expect(page.url()).toMatch(/\/es\/events$/)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('es')
    await page.getByRole('button', { name: 'Pausar' }).first().waitFor()
    await page.getByRole('heading', { level: 1, name: 'Fechas' }).waitFor()
    expect(troubles).toEqual([])
    await close()
  })

  it('seeks by waveform, track, key and shared address', async () => {
    const { page, close } = await openPlayer(`${first.path}?t=0:21`)
    await expect.poll(() => page.locator('main .play-main').getAttribute('aria-label')).toMatch(/0:21/)
    await press(page)
    await until(page, 'playing')
    expect((await sounding(page))?.at).toBeGreaterThanOrEqual(20.9)
    await page.keyboard.press('n')
    await goesOn(page, 39.9, 0)
    await page.keyboard.press('p')
    await page.keyboard.press('p')
    await expect.poll(async () => (await sounding(page))?.at ?? 99).toBeLessThan(25)
    await page.locator('.track-play').nth(2).click()
    await goesOn(page, 39.9, 0)
    await page.locator('main .wave-slider').click()
    await expect.poll(async () => Math.round((await sounding(page))?.at ?? 0)).toBeOneOf([29, 30, 31, 32])
    await page.keyboard.press('k')
    await until(page, 'paused')
    expect(await sounding(page)).toBeUndefined()
    await close()
  })

  it('takes no key from a field', async () => {
    const { page, close } = await openPlayer(first.path)
    await press(page)
    await until(page, 'playing')
    await page.locator('header a[href="/mixes"]').first().click()
    await page.locator('main input[name=q]').fill('')
    await page.locator('main input[name=q]').pressSequentially('k m?')
    expect(await page.locator('main input[name=q]').inputValue()).toBe('k m?')
    await until(page, 'playing')
    await close()
  })

  it('asks for a new ticket when its own is refused, and goes on at the same place', async () => {
    const { page, close } = await openPlayer(first.path)
    let refused = 0
    // The third segment is fetched while the first is heard: by then something plays, and there is a place to go on at.
    await page.route(/\/stream\/.*\/2\.m4s$/, async (route) => {
      if (refused > 0) return route.fallback()
      refused += 1
      await route.fulfill({ status: 404, body: '' })
    })
    const asked = page.waitForRequest((request) => refused > 0 && request.url().includes('/listen/'))
    await press(page)
    await asked
    // Past what the first two segments hold: what came after them was fetched under the new ticket.
    await page.locator('.pl-bar .wave-slider').focus()
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight')
    await goesOn(page, 13)
    await until(page, 'playing')
    await close()
  })

  it('says what stands in the way, with a way on', async () => {
    const { page, close } = await openPlayer(first.path)
    await page.route('**/listen/**', (route) => route.fulfill({ status: 503, body: '' }))
    await page.evaluate(() => performance.clearResourceTimings())
    await page.goto(siteUrl('danny', second.path), { waitUntil: 'networkidle' })
    await press(page)
    await page.getByRole('alert').filter({ hasText: 'That did not work' }).waitFor()
    await page.unroute('**/listen/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await until(page, 'playing')
    expect(await page.getByRole('alert').count()).toBe(0)
    await close()
  })

  it('makes no audio graph until the sound room is used; then the equaliser and the pitch work within the page’s policy', async () => {
    const { page, troubles, close } = await openPlayer(first.path)
    await page.evaluate(() => {
      const made: AudioContext[] = []
      Object.assign(window, { made })
      const Native = window.AudioContext
      window.AudioContext = class extends Native {
        constructor(options?: AudioContextOptions) {
          super(options)
          made.push(this)
        }
      }
    })
    const contexts = () => page.evaluate(() => (window as unknown as { made: AudioContext[] }).made.map(({ state }) => state))
    await press(page)
    await until(page, 'playing')
    await page.locator('.pl-what').click()
    await page.getByRole('tab', { name: 'Sound' }).click()
    expect(await contexts()).toEqual([])
    await page.getByRole('button', { name: 'Bass' }).click()
    await expect.poll(contexts).toEqual(['running'])
    for (const name of ['Pitch in semitones', 'Echo', 'Drive']) {
      await page.getByRole('slider', { name, exact: true }).focus()
      await page.keyboard.press('ArrowRight')
    }
    await page.getByRole('button', { name: 'Hall' }).click()
    // The worklet's own request is nobody's to see: had it failed, the player would say so.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('pitch-')))
    await goesOn(page, (await sounding(page))?.at ?? 0, 1)
    expect(await page.getByRole('alert').count()).toBe(0)
    const axe = await new AxeBuilder({ page }).include('.pl').analyze()
    expect(axe.violations.map(({ id }) => id)).toEqual([])
    expect(troubles).toEqual([])
    await close()
  })

  it('says on the other device of an account what plays, and goes on there where it is asked to', async () => {
    const device = async () => {
      const opened = await openPlayer('/sign-in')
      const { page } = opened
      await signIn(page, 'danny', 'fan')
      await page.goto(siteUrl('danny', first.path), { waitUntil: 'load' })
      return opened
    }
    const [laptop, phone] = [await device(), await device()]
    await press(laptop.page)
    await until(laptop.page, 'playing')
    await goesOn(laptop.page, 3)
    await phone.page.getByText(/^Playing on Chrome/).waitFor({ timeout: 20_000 })
    await phone.page.getByRole('button', { name: 'Play here' }).click()
    await until(phone.page, 'playing')
    expect((await sounding(phone.page))?.at).toBeGreaterThan(2)
    await until(laptop.page, 'paused')
    await laptop.page.getByText(/^Playing on Chrome/).waitFor({ timeout: 20_000 })
    await Promise.all([laptop.close(), phone.close()])
  })

  it('reports what was heard, and forgets it once it is acknowledged', async () => {
    const { page, close } = await openPlayer(first.path)
    const reported = page.waitForResponse((response) => response.url().endsWith('/plays'), { timeout: 30_000 })
    await press(page)
    await until(page, 'playing')
    await goesOn(page, 2)
    await page.keyboard.press('k')
    const response = await reported
    expect(response.status()).toBe(202)
    const { plays } = response.request().postDataJSON() as {
      plays: { mixId: string; beats: { seq: number; fromS: number; toS: number }[] }[]
    }
    expect(plays[0]).toMatchObject({ mixId: first.id, beats: [{ seq: 0, fromS: 0 }] })
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('play:')))).toEqual([])
    await close()
  })

  it('takes lyrics along: the line that is heard stands out, a press on another plays from there; without scripts they are read', async () => {
    const host = await resolveHost({ slug: 'danny' })
    if (!host) throw new Error('danny is not seeded')
    const lines = [
      { atMs: 0, text: 'Here it begins' },
      { atMs: 15_000, text: 'Here it goes on' },
      { atMs: 40_000, text: 'Here it nearly ends' },
    ]
    await withTenant(tenantRef('cli', host.tenantId), async (db) => {
      await db.timedText.create({ data: { mixId: second.id, kind: 'lyrics', locale: 'en', lines } })
      await raiseRevision(db)
    })
    const { page, close } = await openPlayer(second.path)
    await page.getByRole('heading', { name: 'Lyrics' }).waitFor()
    await press(page)
    await until(page, 'playing')
    const heardLine = page.locator('.timed-lines [aria-current=true]')
    await heardLine.filter({ hasText: 'Here it begins' }).waitFor()
    await page.getByRole('link', { name: 'Play from 0:40: Here it nearly ends' }).click()
    await heardLine.filter({ hasText: 'Here it nearly ends' }).waitFor()
    await goesOn(page, 39.9, 0)
    expect(await heardLine.count()).toBe(1)
    await close()

    const plain = await openPage(browser, { javaScriptEnabled: false })
    await plain.page.goto(siteUrl('danny', second.path))
    const last = plain.page.getByText('Here it nearly ends')
    await last.scrollIntoViewIfNeeded()
    expect(await last.isVisible()).toBe(true)
    expect(await plain.page.getByRole('link', { name: /Here it nearly ends/ }).getAttribute('href')).toBe(`${second.path}?t=0:40`)
    await plain.close()
  })

  it('shows the music near the needle from its detailed peaks, and is moved by them', async () => {
    const { page, close } = await openPlayer(first.path)
    // A column each twenty-fifth of a second, as the pipeline measures them.
    await page.route(/\/peaks\.bin$/, (route) =>
      route.fulfill({ body: Buffer.from(Uint8Array.from({ length: 1500 }, (_, at) => (at * 37) % 256)) }),
    )
    await press(page)
    await until(page, 'playing')
    await page.locator('.pl-what').click()
    const near = page.getByRole('slider', { name: 'Waveform close up' })
    await near.waitFor()
    const box = await near.boundingBox()
    if (!box) throw new Error('it is not seen')
    const drawn = () =>
      near.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        return pixels.some((value) => value > 0)
      })
    await expect.poll(drawn).toBe(true)
    // Dragged to the left by three quarters of its width: 18 of the 24 seconds it shows.
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.15, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await goesOn(page, 17.5, 0)
    const at = (await sounding(page))?.at ?? 0
    await near.press('ArrowLeft')
    await expect.poll(async () => (await sounding(page))?.at ?? 99).toBeLessThan(at + 0.5)
    await close()
  })

  it('is a link, and a stream one can open, without scripts', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(siteUrl('danny', '/mixes'))
    const link = page.locator(`a[data-play="${first.id}"]`).first()
    expect(await link.getAttribute('href')).toBe(first.path)
    await page.goto(siteUrl('danny', first.path))
    const stream = await page.locator(`main a[href="/listen/${first.id}/master.m3u8"]`).getAttribute('href')
    const port = Number(process.env.PUBLIC_PORT)
    const answer = await ask(port, stream ?? '', { host: `danny.localhost:${port}` })
    expect(answer?.headers.location).toMatch(/^\/stream\/.+\/master\.m3u8$/)
    await close()
  })

  it('covers nothing at the end of a page and nothing in the width of the smallest telephone', async () => {
    const { page, close } = await openPlayer(first.path, { viewport: { width: 320, height: 640 } })
    await press(page)
    await until(page, 'playing')
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const room = await page.evaluate(() => {
      const bar = document.querySelector('.pl')?.getBoundingClientRect().top ?? 0
      const foot = document.querySelector('footer')?.getBoundingClientRect().bottom ?? 0
      return { under: foot - bar, wide: document.documentElement.scrollWidth - innerWidth }
    })
    expect(room.under).toBeLessThanOrEqual(1)
    expect(room.wide).toBeLessThanOrEqual(0)
    await page.locator('.pl-what').click()
    for (const tab of ['Tracks', 'Queue', 'Sound', 'Settings']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await page.evaluate(() => (document.querySelector('.pl-dialog')?.scrollWidth ?? 999) - innerWidth), tab).toBeLessThanOrEqual(0)
    }
    await close()
  })
})
