import { demoAccounts } from '@residency/seed/accounts'
import type { Browser } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, platformUrl, siteUrl } from './browser.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the studio', () => {
  it('publishes a brand that every visitor sees at once', async () => {
    const { page, troubles, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/brand'), { waitUntil: 'networkidle' })
    const line = `After hours ${Date.now()}`
    await page.fill('input[name="tagline.en"]', line)
    await page.locator('button[value=publish]').click()
    await page.waitForLoadState('networkidle')
    const visitor = await openPage(browser)
    await expect
      .poll(
        async () => {
          await visitor.page.goto(siteUrl('danny'))
          return visitor.page.content()
        },
        { timeout: 10_000 },
      )
      .toContain(line)
    expect(troubles).toEqual([])
    await Promise.all([close(), visitor.close()])
  })

  it('writes a page in blocks, shows its draft by a link, and publishes it', async () => {
    const { page, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/pages'), { waitUntil: 'networkidle' })
    const title = `Rider ${Date.now()}`
    await page.fill('input[name=title]', title)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/studio\/pages\/[0-9a-f-]{36}/)
    await page.locator('button[value="add.text"]').click()
    await page.locator('textarea').first().waitFor()
    await page.fill('textarea', 'Two decks, **one** monitor.')
    await page.locator('button[value=publish]').click()
    await page.waitForLoadState('networkidle')
    const visitor = await openPage(browser)
    const answer = await visitor.page.goto(siteUrl('danny', `/pages/${title.toLowerCase().replaceAll(' ', '-')}`))
    expect(answer?.status()).toBe(200)
    expect(await visitor.page.locator('main strong').first().textContent()).toBe('one')
    await Promise.all([close(), visitor.close()])
  })

  it('takes a page back several steps and forth again, by keyboard too', async () => {
    const { page, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/pages'), { waitUntil: 'networkidle' })
    await page.fill('input[name=title]', `Steps ${Date.now()}`)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/studio\/pages\/[0-9a-f-]{36}/)
    const blocks = page.locator('.block-item')
    for (const [kind, count] of [
      ['heading', 1],
      ['divider', 2],
      ['quote', 3],
    ] as const) {
      await page.locator(`button[value="add.${kind}"]`).click()
      await expect.poll(() => blocks.count()).toBe(count)
    }
    await page.locator('button[value=undo]').click()
    await expect.poll(() => blocks.count()).toBe(2)
    await page.locator('h1').click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => blocks.count()).toBe(1)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => blocks.count()).toBe(2)
    await page.locator('button[value=redo]').click()
    await expect.poll(() => blocks.count()).toBe(3)
    // Writing ends what could be redone, and what was just typed is a step as well.
    await page.locator('button[value=undo]').click()
    await expect.poll(() => blocks.count()).toBe(2)
    await page.locator('.block-item input[name$=".text.en"]').first().fill('Late')
    await page.locator('button[value=undo]').click()
    await expect.poll(() => page.locator('.block-item input[name$=".text.en"]').first().inputValue()).toBe('')
    await close()
  })

  it('keeps what is typed while a button is at work, and shows the draft as fans would see it, without asking them anything', async () => {
    const { page, troubles, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/pages'), { waitUntil: 'networkidle' })
    await page.fill('input[name=title]', `Meanwhile ${Date.now()}`)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/studio\/pages\/[0-9a-f-]{36}/)
    const words = page.locator('.block-item input[name$=".text.en"]')
    await page.locator('button[value="add.heading"]').click()
    await words.first().waitFor()
    // The next answer is on its way for as long as the typing takes.
    let release: () => void = () => undefined
    const typed = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/studio\/pages\/[^/]+\.data/, async (route) => {
      if (route.request().method() === 'POST') await typed
      await route.continue()
    })
    await words.first().fill('Before')
    await page.locator('button[value="add.divider"]').click()
    await words.first().press('End')
    await words.first().pressSequentially(' and after')
    release()
    await expect.poll(() => page.locator('.block-item').count()).toBe(2)
    expect(await words.first().inputValue()).toBe('Before and after')
    expect(await words.first().evaluate((field) => field === document.activeElement)).toBe(true)
    // A button pressed while the page saves itself sends what that save made: nobody collides with themselves.
    await page.locator('button[value="up.1"]').click()
    await expect.poll(() => page.locator('.block-item').first().locator('input[name$=".type"]').inputValue()).toBe('divider')
    expect(await words.first().inputValue()).toBe('Before and after')
    await page.locator('button[value=publish]').click()
    await expect.poll(() => page.locator('.notice-good, [data-tone=good]').count()).toBeGreaterThan(0)
    const frame = page.frameLocator('.preview-box iframe')
    await frame.locator('h2', { hasText: 'Before and after' }).waitFor()
    expect(await frame.locator('section.consent').count()).toBe(0)
    expect(troubles).toEqual([])
    await close()
  })

  it('announces a date that fans find, moves its address, and takes it off again', async () => {
    const { page, troubles, close } = await openPage(browser)
    await signIn(page, 'danny', 'owner')
    await page.goto(siteUrl('danny', '/studio/events/new'), { waitUntil: 'networkidle' })
    const title = `Harbour ${Date.now()}`
    await page.fill('input[name=title]', title)
    await page.fill('input[name=startsAt]', '2031-10-25T22:00')
    await page.fill('input[name=endsAt]', '2031-10-26T01:30')
    await page.selectOption('select[name=timeZone]', 'Europe/London')
    await page.fill('input[name=venue]', 'Pier 4')
    await page.fill('input[name=city]', 'Leith')
    await page.selectOption('select[name=country]', 'GB')
    await page.fill('input[name=price]', '12.50')
    await page.locator('main .button-main').last().click()
    await page.waitForURL(/\/studio\/events\/[0-9a-f-]{36}/)
    // The clocks go back that night: the editor asks which of the two half past ones.
    await page.selectOption('select[name=endsTurn]', 'second')
    await page.locator('button[value=publish]').click()
    await page.locator('button[value=withdraw]').waitFor()
    const address = (await page.inputValue('input[name=slug]')).trim()
    const visitor = await openPage(browser)
    const status = async (slug: string) => (await visitor.page.goto(siteUrl('danny', `/events/${slug}`)))?.status()
    await expect.poll(() => status(address), { timeout: 10_000 }).toBe(200)
    expect(await visitor.page.locator('h1').textContent()).toContain('Harbour')
    expect(await visitor.page.content()).toContain('12.50')

    await page.fill('input[name=slug]', `${address}-moved`)
    await page.locator('button.button[value=save]').click()
    await expect
      .poll(
        async () => {
          await status(address)
          return new URL(visitor.page.url()).pathname
        },
        { timeout: 10_000 },
      )
      .toBe(`/events/${address}-moved`)
    await page.locator('button[value=withdraw]').click()
    await expect.poll(() => status(`${address}-moved`), { timeout: 10_000 }).toBe(404)
    expect(troubles).toEqual([])
    await Promise.all([close(), visitor.close()])
  })

  it('adds a link, moves it by keyboard, and hides it from fans', async () => {
    const { page, troubles, close } = await openPage(browser)
    await signIn(page, 'hathor', 'owner')
    await page.goto(siteUrl('hathor', '/studio/links'), { waitUntil: 'networkidle' })
    const label = `Radio ${Date.now()}`
    await page.fill('input[name=url]', 'https://radio.example/hathor')
    await page.fill('input[name="label.en"]', label)
    await page.locator('main .button-main').last().click()
    const lines = page.locator('.ordered > li')
    await expect.poll(() => lines.last().textContent()).toContain(label)
    const before = await lines.count()
    await lines.last().locator('button[value=up]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => lines.nth(before - 2).textContent()).toContain(label)
    // The focus went along, so that the next press moves it on.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '')).toContain(label)
    await page.keyboard.press('Enter')
    await expect.poll(() => lines.nth(before - 3).textContent()).toContain(label)
    const visitor = await openPage(browser)
    const shown = async () => {
      await visitor.page.goto(siteUrl('hathor', '/links'))
      return (await visitor.page.content()).includes(label)
    }
    await expect.poll(shown, { timeout: 10_000 }).toBe(true)
    await lines
      .nth(before - 3)
      .locator('button[value=hide]')
      .click()
    await expect.poll(shown, { timeout: 10_000 }).toBe(false)
    expect(troubles).toEqual([])
    await Promise.all([close(), visitor.close()])
  })

  it('takes many pictures one by one, and tells of each that it refuses', async () => {
    const { page, close } = await openPage(browser)
    await signIn(page, 'connect', 'owner')
    await page.goto(siteUrl('connect', '/studio/media'), { waitUntil: 'networkidle' })
    const picture = async (red: number) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: { r: red, g: Date.now() % 256, b: (Date.now() >> 8) % 256 } } })
        .png()
        .toBuffer()
    const name = (what: string) => ({ name: `${what}-${Date.now()}.png`, mimeType: 'image/png' })
    await page.locator('.drop input').setInputFiles([
      { ...name('one'), buffer: await picture(10) },
      { ...name('broken'), buffer: Buffer.from('no picture at all') },
      { ...name('two'), buffer: await picture(20) },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') },
    ])
    await expect.poll(() => page.locator('.upload-list .badge-good').count(), { timeout: 20_000 }).toBe(2)
    await expect.poll(() => page.locator('.upload-why').count()).toBe(2)
    await expect.poll(() => page.locator('.library').textContent()).toMatch(/one-\d+\.png/)
    await close()
  })

  it('takes pictures without scripts too, and keeps the good ones when one is refused', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false })
    await signIn(page, 'connect', 'owner')
    await page.goto(siteUrl('connect', '/studio/media'))
    const buffer = await sharp({ create: { width: 32, height: 32, channels: 3, background: { r: 1, g: 2, b: Date.now() % 256 } } })
      .png()
      .toBuffer()
    await page.locator('input[name=files]').setInputFiles([
      { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
      { name: 'plain.png', mimeType: 'image/png', buffer },
    ])
    await page.locator('main .button-main').click()
    expect(await page.locator('.notice-bad').textContent()).toContain('broken.png')
    expect(await page.locator('.notice-good').count()).toBe(1)
    await close()
  })

  it('is closed to fans and to those who are not signed in', async () => {
    const stranger = await openPage(browser)
    await stranger.page.goto(siteUrl('danny', '/studio'))
    expect(stranger.page.url()).toMatch(/sign-in/)
    const fan = await openPage(browser)
    await signIn(fan.page, 'danny', 'fan')
    expect((await fan.page.goto(siteUrl('danny', '/studio')))?.status()).toBe(403)
    await Promise.all([stranger.close(), fan.close()])
  })
})

describe('the platform', () => {
  it('shows prices in four languages, and keeps the console behind two factors', async () => {
    const { page, close } = await openPage(browser)
    for (const path of ['/', '/es', '/pt', '/fr']) {
      await page.goto(platformUrl(path))
      expect(await page.content()).toContain('299')
    }
    await page.goto(platformUrl('/console'))
    expect(page.url()).toMatch(/console\/sign-in/)
    const operator = demoAccounts().find((one) => one.role === 'operator')
    await page.fill('input[name=email]', operator?.email ?? '')
    await page.fill('input[name=password]', operator?.password ?? '')
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/second-factor/)
    await page.goto(platformUrl('/console'))
    expect(page.url()).toMatch(/second-factor/)
    await close()
  })
})
