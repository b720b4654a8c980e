import { randomUUID } from 'node:crypto'
import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { generateTOTP } from '@oslojs/otp'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { mailTo, openBrowser, openPage, siteUrl } from './browser.ts'

const password = 'tangerine dub plates'
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const newAddress = () => `fan-${randomUUID().slice(0, 8)}@fan.example`
const send = async (page: Page, button = 'main form .button') => {
  await page.locator(button).first().click()
  await page.waitForLoadState('networkidle')
}
/** The link of the newest mail that leads to such a page. */
const linkTo = async (email: string, where: RegExp): Promise<string> =>
  /https?:\/\/\S+[?&]token=[\w-]+[^\s)\]]*/.exec((await mailTo(email, where)).text)?.[0] ?? ''
const path = (page: Page) => new URL(page.url()).pathname

async function signUp(page: Page, email: string, prefix = ''): Promise<void> {
  await page.goto(siteUrl('danny', `${prefix}/sign-up`))
  await page.fill('[name=name]', 'A Fan')
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.check('[name=terms]')
  await send(page)
  await page.waitForURL('**/check-mail/sign-up')
}

it('a fan signs up on a phone, looks around, downloads their data and leaves for good', async () => {
  const { page, troubles, close } = await openPage(browser, { viewport: { width: 390, height: 844 } })
  const email = newAddress()
  await page.goto(siteUrl('danny', '/sign-up'))
  await page.fill('[name=name]', 'A Fan')
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', 'too short')
  await page.check('[name=terms]')
  await send(page)
  await page.locator('.field-error').waitFor()
  expect(await page.inputValue('[name=email]')).toBe(email)
  await page.fill('[name=password]', password)
  await send(page)
  await page.waitForURL('**/check-mail/sign-up')

  await page.goto(await linkTo(email, /\/verify/))
  // The token leaves the address bar, and nothing is used up yet.
  expect(page.url()).toBe(siteUrl('danny', '/verify'))
  await send(page)
  await page.waitForURL('**/account?welcome')
  expect(await page.locator('h1').textContent()).toMatch(/A Fan/i)

  await page.goto(siteUrl('danny', '/account/privacy'))
  const form = page.locator('form[action$="/account/data"]')
  await form.locator('[name=password]').fill(password)
  const [download] = await Promise.all([page.waitForEvent('download'), form.locator('.button').click()])
  expect(download.suggestedFilename()).toMatch(/^my-data-.*\.json$/)

  const leaving = page.locator('form', { has: page.locator('[name=sure]') })
  await leaving.locator('[name=password]').fill(password)
  await leaving.locator('[name=sure]').check()
  await leaving.locator('.button').click()
  await page.waitForURL('**/goodbye')
  await page.goto(siteUrl('danny', '/account'))
  expect(path(page)).toBe('/sign-in')
  expect(troubles).toEqual([])
  await close()
})

it('everything works without scripts, in another language, with a second factor', async () => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false })
  const email = newAddress()
  await signUp(page, email, '/es')
  await page.goto(await linkTo(email, /\/es\/verify/))
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
  await send(page)
  await page.goto(siteUrl('danny', '/es/account/two-factor'))
  await page.fill('[name=password]', password)
  await send(page, 'button[value=begin]')
  const key = decodeBase32IgnorePadding(((await page.locator('.account-secret').textContent()) ?? '').replaceAll(' ', ''))
  await page.fill('[name=code]', generateTOTP(key, 30, 6))
  await send(page, 'button[value=confirm]')
  const codes = await page.locator('.account-codes code').allTextContents()
  expect(codes).toHaveLength(10)

  await send(page, 'form[action$="/sign-out"] .button')
  await page.goto(siteUrl('danny', '/es/account/security'))
  expect(path(page)).toBe('/es/sign-in')
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await send(page)
  expect(path(page)).toBe('/es/sign-in/code')
  await page.fill('[name=code]', '000000')
  await send(page)
  expect(await page.locator('.field-error').count()).toBe(1)
  await page.fill('[name=code]', codes[0] ?? '')
  await send(page)
  expect(path(page)).toBe('/es/account/security')

  // The letter about the second factor gives the account to its reader: no password, no code, and the sessions are over.
  const reader = await openPage(browser, { javaScriptEnabled: false, locale: 'es-ES' })
  const link = await linkTo(email, /undo-second-factor/)
  await reader.page.goto(link)
  expect(reader.page.url()).toBe(siteUrl('danny', '/es/undo-second-factor'))
  await send(reader.page)
  expect(path(reader.page)).toBe('/es/reset-password')
  await page.goto(siteUrl('danny', '/es/account'))
  expect(path(page)).toBe('/es/sign-in')
  await reader.page.fill('[name=password]', 'eleven loud lamps under the bridge')
  await send(reader.page)
  expect(path(reader.page)).toBe('/es/account')
  await reader.close()
  await close()
})

it('a link by mail outlives a mail scanner, works once, and at its own artist alone', async () => {
  const { page, close } = await openPage(browser)
  const email = newAddress()
  await signUp(page, email)
  await page.goto(await linkTo(email, /\/verify/))
  await send(page)
  await page.waitForURL('**/account?welcome')

  const phone = await openPage(browser, { viewport: { width: 390, height: 844 } })
  await phone.page.goto(siteUrl('danny', '/sign-in/link?returnTo=/mixes'))
  await phone.page.fill('[name=email]', email)
  await send(phone.page)
  await phone.page.waitForURL('**/check-mail/link')
  const link = await linkTo(email, /sign-in\/magic/)
  const port = Number(process.env.PUBLIC_PORT ?? 3000)
  const { pathname, search, host } = new URL(link)
  for (let scan = 0; scan < 3; scan += 1) expect((await ask(port, pathname + search, { host }))?.status).toBe(303)
  await phone.page.goto(link.replace('danny.', 'hathor.'))
  expect(await phone.page.locator('main form').count()).toBe(0)
  await phone.page.goto(link)
  await send(phone.page)
  await phone.page.waitForURL('**/mixes')
  await phone.page.goto(link)
  expect(await phone.page.locator('main form').count()).toBe(0)

  // The first browser signs the phone out.
  await page.goto(siteUrl('danny', '/account/security'))
  await send(page, 'button[value=endOthers]')
  await phone.page.goto(siteUrl('danny', '/account'))
  expect(path(phone.page)).toBe('/sign-in')
  await phone.close()
  await close()
})

it('a form sent from another site is refused before anything is looked up', async () => {
  const port = Number(process.env.PUBLIC_PORT ?? 3000)
  const host = `danny.localhost:${port}`
  const body = new URLSearchParams({ email: 'x@fan.example', password }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
  for (const origin of ['http://evil.example', `http://hathor.localhost:${port}`, 'null']) {
    expect((await ask(port, '/sign-in', { host, method: 'POST', headers: { ...headers, origin }, body }))?.status).toBe(403)
  }
  const own = await ask(port, '/sign-in', { host, method: 'POST', headers: { ...headers, origin: `http://${host}` }, body })
  expect(own?.status).toBe(422)
})
