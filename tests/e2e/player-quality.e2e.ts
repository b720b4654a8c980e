import { resolveHost, tenantRef, withTenant } from '@residency/db'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PlantedAudio, plantAudio } from '../support/plant-audio.ts'
import { openBrowser, siteUrl } from './browser.ts'
import { goesOn, openPlayer, press, until } from './listening.ts'
import { demoAccount, signIn } from './sign-in.ts'

const fan = demoAccount('danny', 'fan')

let browser: Browser
let mix: PlantedAudio
let leave: () => Promise<unknown> = async () => undefined
beforeAll(async () => {
  const [planted] = await plantAudio('danny', ['Heard as each may'])
  const host = await resolveHost({ slug: 'danny' })
  if (!planted || !host) throw new Error('nothing was planted')
  mix = planted
  browser = await openBrowser()
  const ref = tenantRef('cli', host.tenantId)
  leave = await withTenant(ref, async (db) => {
    const account = await db.account.findFirstOrThrow({ where: { email: fan.email } })
    const tier = await db.tier.findFirstOrThrow({ where: { quality: 'lossless' } })
    const held = await db.membership.findFirst({ where: { accountId: account.id, tierId: tier.id, endedAt: null } })
    if (held) {
      await db.membership.update({ where: db.key(held.id), data: { endsAt: null } })
      return () => withTenant(ref, (again) => again.membership.update({ where: again.key(held.id), data: { endsAt: held.endsAt } }))
    }
    const { id } = await db.membership.create({ data: { accountId: account.id, tierId: tier.id, source: 'granted' } })
    return () => withTenant(ref, (again) => again.membership.delete({ where: again.key(id) }))
  })
})
afterAll(async () => {
  await leave()
  await browser.close()
})

/** Qualities whose sound was fetched. */
function fetched(page: Page): Set<string> {
  const names = new Set<string>()
  page.on('response', (response) => {
    const [, name] = /\/stream\/[^/]+\/([a-z0-9]+)\/(?:\d+\/)?\d+\.m4s$/.exec(response.url()) ?? []
    if (name && response.ok()) names.add(name)
  })
  return names
}

it('a visitor is offered 128 kbit/s and hears nothing else', async () => {
  const { page, close } = await openPlayer(browser, mix.path)
  const names = fetched(page)
  const master = page.waitForResponse(/\/master\.m3u8$/)
  await press(page)
  const playlist = await (await master).text()
  expect([...playlist.matchAll(/^(\w+)\/index\.m3u8$/gm)].map(([, name]) => name)).toEqual(['aac128'])
  await until(page, 'playing')
  await goesOn(page, 1)
  expect([...names]).toEqual(['aac128'])
  await close()
})

it('a member of the top tier hears it lossless, and may choose less', async () => {
  const { page, close } = await openPlayer(browser, '/')
  await signIn(page, 'danny', 'fan')
  await page.goto(siteUrl('danny', mix.path), { waitUntil: 'load' })
  const names = fetched(page)
  await press(page)
  await until(page, 'playing')
  await goesOn(page, 1)
  expect([...names]).toEqual(['flac'])
  await page.locator('.pl-what').click()
  await page.getByRole('tab', { name: 'Settings' }).click()
  await page.getByText('Now: Lossless').waitFor()
  await page.getByRole('button', { name: '128 kbit/s' }).click()
  await expect.poll(() => names.has('aac128')).toBe(true)
  await until(page, 'playing')
  await close()
})
