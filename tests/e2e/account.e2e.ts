import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, mailTo, openBrowser, openPage, siteUrl } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const password = 'seven quiet lamps over the river'

describe('a fan', () => {
  it('signs up, confirms by mail, signs out and in again, in Spanish', async () => {
    const email = `fan-${randomUUID().slice(0, 8)}@fan.example`
    const { page, troubles, close } = await openPage(browser)
    await page.goto(siteUrl('danny', '/es/sign-up'), { waitUntil: 'networkidle' })
    await page.fill('input[name=name]', 'Ana Prueba')
    await page.fill('input[name=email]', email)
    await page.fill('input[name=password]', password)
    for (const box of await page.locator('main input[type=checkbox][required]').all()) await box.check()
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/check-mail/)
    const mail = await mailTo(email, /./)
    expect(mail.text).not.toMatch(/residency/i)
    await page.goto(linkIn(mail), { waitUntil: 'networkidle' })
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/\/account/)
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.context().clearCookies()
    await page.goto(siteUrl('danny', '/sign-in'), { waitUntil: 'networkidle' })
    await page.fill('input[name=email]', email)
    await page.fill('input[name=password]', password)
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/\/account/)
    expect(troubles).toEqual([])
    await close()
  })

  it('has no account at the DJ next door', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(siteUrl('hathor', '/sign-in'), { waitUntil: 'networkidle' })
    await page.fill('input[name=email]', 'nobody-here@fan.example')
    await page.fill('input[name=password]', password)
    await page.locator('main button[type=submit]').first().click()
    await page.locator('[role=alert], .notice').first().waitFor()
    expect(page.url()).toMatch(/sign-in/)
    await close()
  })
})
