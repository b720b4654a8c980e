import { readFileSync } from 'node:fs'
import { chromiumArgs } from '@residency/local'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'

const port = (): string => process.env.PUBLIC_PORT ?? '3000'
export const siteUrl = (slug: string, path = '/'): string => `http://${slug}.localhost:${port()}${path}`
export const platformUrl = (path = '/'): string => `http://localhost:${process.env.PLATFORM_PUBLIC_PORT ?? '3001'}${path}`

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...chromiumArgs] })

/** A page that remembers what went wrong in it: scripts that failed, what the policy refused, files that were not there. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; troubles: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|403|404|409|422|429)/.test(message.text()))
      troubles.push(`${page.url()}: ${message.text()}`)
  })
  return { page, troubles, close: () => context.close() }
}

interface Mail {
  subject: string
  text: string
  html: string
}

/** The newest mail to an address whose subject or text fits, once it is there. */
export async function mailTo(address: string, matching: RegExp, timeoutMs = 20_000): Promise<Mail> {
  const outbox =
    process.env.MAIL_OUTBOX_URL ?? String(JSON.parse(readFileSync(process.env.SERVICES_FILE ?? '.local/services.json', 'utf8')).mail?.url)
  const until = Date.now() + timeoutMs
  for (;;) {
    const answer = (await (await fetch(`${outbox}/api/mails?to=${encodeURIComponent(address)}`)).json()) as { mails?: Mail[] } | Mail[]
    const mails = Array.isArray(answer) ? answer : (answer.mails ?? [])
    const found = mails.find((mail) => matching.test(`${mail.subject} ${mail.text}`))
    if (found) return found
    if (Date.now() > until) throw new Error(`No mail to ${address} that fits ${String(matching)}; there are ${mails.length}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

export const linkIn = (mail: Mail): string => /https?:\/\/\S+/.exec(mail.text)?.[0].replace(/[)\].,]+$/, '') ?? ''
