import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { resolveHost, tenantRef, withTenant } from '@residency/db'
import type { Browser, FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { type PlantedAudio, plantAudio } from '../support/plant-audio.ts'
import { openBrowser, openPage, siteUrl } from './browser.ts'
import { watchAudio } from './listening.ts'

let browser: Browser
let shown: PlantedAudio
let kept: PlantedAudio
let blog: Server
let blogUrl: string
beforeAll(async () => {
  const [one, two] = await plantAudio('danny', ['Shown elsewhere', 'Kept at home'])
  const host = await resolveHost({ slug: 'danny' })
  if (!one || !two || !host) throw new Error('nothing was planted')
  shown = one
  kept = two
  await withTenant(tenantRef('cli', host.tenantId), (db) => db.mix.update({ where: db.key(two.id), data: { embedAllowed: false } }))
  browser = await openBrowser()
  // Somebody's own site: another origin, and another site altogether.
  blog = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>A blog</title>${new URL(url ?? '/', 'http://blog').searchParams.get('code') ?? ''}`)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => blog.once('listening', resolve))
  blogUrl = `http://127.0.0.1:${(blog.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await browser.close()
  blog.close()
})

const blogWith = (code: string): string => `${blogUrl}?${new URLSearchParams({ code })}`
const frameOf = (path: string): string => `<iframe src="${siteUrl('danny', path)}" width="640" height="240" allow="autoplay"></iframe>`
async function answer(path: string) {
  const port = Number(process.env.PUBLIC_PORT)
  const made = await ask(port, path, { host: `danny.localhost:${port}` })
  if (!made) throw new Error('nobody answered')
  return made
}
const clock = (page: Page | FrameLocator) => page.locator('[data-embed-at]')

describe('a mix on another site', () => {
  it('plays there, is sought and paused, by pointer and by keys, and asks for no script of the site', async () => {
    const { page, troubles, close } = await openPage(browser)
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
    })
    await watchAudio(page)
    await page.goto(blogWith(frameOf(`/embed/${shown.id}`)), { waitUntil: 'networkidle' })
    const embed = page.frameLocator('iframe')
    await embed.getByRole('slider', { name: 'Position in Shown elsewhere' }).waitFor()
    expect(scripts).toEqual([expect.stringMatching(/^\/assets\/embed-[\w-]+\.js$/)])
    await embed.getByRole('button', { name: 'Play Shown elsewhere' }).click()
    await embed.getByRole('button', { name: 'Pause Shown elsewhere' }).waitFor()
    await expect.poll(() => clock(embed).textContent(), { timeout: 20_000 }).toMatch(/^0:0[1-9]/)
    await embed.getByRole('slider').click()
    await expect.poll(() => clock(embed).textContent()).toMatch(/^0:3\d/)
    await embed.getByRole('slider').press('ArrowRight')
    await expect.poll(() => embed.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^0:3[4-9].*Track 2$/)
    await embed.getByRole('button', { name: 'Pause Shown elsewhere' }).press('Enter')
    await embed.getByRole('button', { name: 'Play Shown elsewhere' }).waitFor()
    expect(scripts.filter((path) => !path.startsWith('/assets/embed-'))).toEqual([])
    expect(troubles).toEqual([])
    await close()
  })

  it('leads to its own page, in the reader’s language, and passes axe in each size', async () => {
    for (const size of [
      { width: 640, height: 240 },
      { width: 360, height: 120 },
    ]) {
      const { page, close } = await openPage(browser, { viewport: size })
      await page.goto(siteUrl('danny', `/es/embed/${shown.id}`), { waitUntil: 'networkidle' })
      const title = page.getByRole('link', { name: 'Shown elsewhere' })
      expect(await title.getAttribute('href')).toBe(siteUrl('danny', `/es${shown.path}`))
      expect(await title.getAttribute('target')).toBe('_blank')
      await page.getByRole('button', { name: 'Reproducir Shown elsewhere' }).waitFor()
      const axe = await new AxeBuilder({ page }).analyze()
      expect(axe.violations.map(({ id }) => id)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0)
      // No picture lies on the waveform: on the narrow one the waveform is beneath it, on the wide one beside it.
      const lies = await page.evaluate(() => {
        const [art, wave] = ['.embed-art', '.wave-stage'].map((selector) => document.querySelector(selector)?.getBoundingClientRect())
        return art && wave ? art.bottom > wave.top && art.right > wave.left : false
      })
      expect(lies).toBe(false)
      await close()
    }
  })

  it('begins where its address says', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(siteUrl('danny', `/embed/${shown.id}?t=0:40`), { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Play Shown elsewhere' }).click()
    await expect.poll(() => clock(page).textContent(), { timeout: 20_000 }).toMatch(/^0:4[0-9]/)
    await close()
  })

  it('is a link to the mix without scripts', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(siteUrl('danny', `/embed/${shown.id}`))
    expect(await page.getByRole('link', { name: 'Play Shown elsewhere' }).getAttribute('href')).toBe(siteUrl('danny', shown.path))
    await close()
  })

  it('is offered on the mix’s page as code that works when it is put into a page', async () => {
    const { page, close } = await openPage(browser)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(siteUrl('danny', shown.path), { waitUntil: 'networkidle' })
    await page.getByText('Embed', { exact: true }).click()
    await page.getByRole('button', { name: 'Copy the code' }).click()
    await page.getByRole('button', { name: 'Code copied' }).waitFor()
    const code = await page.evaluate(() => navigator.clipboard.readText())
    expect(code).toBe(await page.getByLabel('Code for another site').inputValue())
    await page.goto(blogWith(code))
    await page.frameLocator('iframe').getByRole('heading', { name: 'Shown elsewhere' }).waitFor()
    const oembed = JSON.parse((await answer(`/oembed?url=${encodeURIComponent(siteUrl('danny', shown.path))}`)).body) as { html: string }
    expect(oembed.html).toBe(code)
    await close()
  })

  it('is refused where its DJ does not allow it, and the page offers no code', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(siteUrl('danny', kept.path), { waitUntil: 'networkidle' })
    expect(await page.getByText('Embed', { exact: true }).count()).toBe(0)
    expect((await answer(`/embed/${kept.id}`)).status).toBe(404)
    await page.goto(blogWith(frameOf(`/embed/${kept.id}`)))
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    expect(await frame.locator('body').textContent()).not.toContain(kept.title)
    expect((await answer(`/oembed?url=${encodeURIComponent(siteUrl('danny', kept.path))}`)).status).toBe(404)
    await close()
  })
})
