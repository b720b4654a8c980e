import { demoAccounts } from '@residency/seed/accounts'
import type { Page } from 'playwright'
import { siteUrl } from './browser.ts'

interface Credentials {
  email: string
  password: string
}

/** Somebody of the demo. */
export function demoAccount(slug: string, role: 'owner' | 'fan'): Credentials {
  const account = demoAccounts().find((one) => one.role === role && new URL(one.address).hostname.startsWith(slug))
  if (!account) throw new Error(`The demo has no ${role} at ${slug}`)
  return account
}

/** Goes in by the form, as a person does. */
async function signInWith(page: Page, slug: string, { email, password }: Credentials): Promise<void> {
  await page.goto(siteUrl(slug, '/sign-in'), { waitUntil: 'networkidle' })
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

export const signIn = (page: Page, slug: string, role: 'owner' | 'fan'): Promise<void> => signInWith(page, slug, demoAccount(slug, role))
