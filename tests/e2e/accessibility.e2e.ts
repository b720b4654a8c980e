import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, siteUrl } from './browser.ts'
import { signIn } from './sign-in.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const modes = ['dark', 'light'] as const
const languages = ['', '/es', '/pt', '/fr'] as const
const tenants = ['danny', 'hathor', 'connect'] as const
const pages = ['', '/mixes', '/about', '/events', '/links', '/sign-in', '/sign-up', '/nothing-here'] as const

/** What axe finds, one line a finding. The frame of a preview holds another page, which is walked by itself. */
async function findings(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).exclude('iframe')
  const { violations } = await axe.analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

const setMode = (page: Page, mode: (typeof modes)[number]) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.mode = chosen
  }, mode)

/** Wider than its window: a page that a thumb has to push sideways. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Every tenant meets every page once; mode, language and width turn as the pages do, so that each pair of them is met. */
const visits = tenants.flatMap((slug, tenant) =>
  pages.map((page, index) => ({
    slug,
    mode: modes[(index + tenant) % 2] ?? 'dark',
    path: `${languages[(index + tenant) % 4] ?? ''}${page}` || '/',
    width: (index + Math.floor(index / 2)) % 2 === 0 ? 390 : 1440,
  })),
)

it.each(visits)('axe finds nothing at $slug, $path, $mode, $width pixels', async ({ slug, mode, path, width }) => {
  const { page, close } = await openPage(browser, { viewport: { width, height: 900 }, colorScheme: mode, reducedMotion: 'reduce' })
  await page.goto(siteUrl(slug, path), { waitUntil: 'load' })
  await setMode(page, mode)
  expect(await findings(page)).toEqual([])
  await close()
})

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>
const signedIn = new Map<string, State>()

/** Signs in once a tenant and role; each later page gets the cookies. */
async function stateOf(slug: string, role: 'owner' | 'fan'): Promise<State> {
  const known = signedIn.get(`${slug} ${role}`)
  if (known) return known
  const { page, close } = await openPage(browser)
  await signIn(page, slug, role)
  const state = await page.context().storageState()
  signedIn.set(`${slug} ${role}`, state)
  await close()
  return state
}

/** A page of the studio or the account, and what to do on it first. */
interface Walk {
  name: string
  path: string
  role?: 'owner' | 'fan'
  /** Follows the list's nth link into one of its things. */
  into?: string
  act?: (page: Page) => Promise<unknown>
}

const press = (button: string) => async (page: Page) => {
  await page.locator(button).first().click()
  await page.waitForLoadState('networkidle')
}
/** Sends the form as it stands, past the browser's own checks, so that the server's words come back. */
const sendWrong = (field: string, value: string, button: string) => async (page: Page) => {
  await page.evaluate(() => {
    for (const form of document.querySelectorAll('form')) form.noValidate = true
  })
  await page.locator(field).first().fill(value)
  await press(button)(page)
  await page.locator('.field-error, [role=alert]').first().waitFor()
}

const studio: Walk[] = [
  { name: 'overview', path: '/studio' },
  { name: 'what was listened to', path: '/studio/insight' },
  { name: 'what was listened to, on days without plays', path: '/studio/insight?from=2020-01-01&to=2020-01-07' },
  { name: 'how a mix was listened to', path: '/studio/insight', into: 'main th a' },
  { name: 'brand', path: '/studio/brand' },
  { name: 'brand, earlier ones', path: '/studio/brand/revisions' },
  { name: 'pages', path: '/studio/pages' },
  { name: 'a page with its blocks', path: '/studio/pages', into: 'main th a' },
  {
    name: 'a page with a block of each kind',
    path: '/studio/pages',
    into: 'main tr:nth-child(2) th a',
    act: async (page) => {
      const blocks = page.locator('.block-item')
      for (const kind of ['heading', 'quote', 'button', 'image']) {
        const before = await blocks.count()
        await press(`button[value="add.${kind}"]`)(page)
        await expect.poll(() => blocks.count()).toBe(before + 1)
      }
    },
  },
  {
    name: 'a page that can’t be saved',
    path: '/studio/pages',
    into: 'main th a',
    act: async (page) => {
      const links = page.locator('input[name$=".href"]')
      const before = await links.count()
      await press('button[value="add.button"]')(page)
      await expect.poll(() => links.count()).toBe(before + 1)
      await sendWrong('input[name$=".href"]', 'javascript:x', 'button.button[value=save]')(page)
    },
  },
  { name: 'mixes', path: '/studio/mixes', act: press('details.bulk summary') },
  { name: 'mixes, none found', path: '/studio/mixes?q=zzzz' },
  { name: 'a mix', path: '/studio/mixes', into: 'main th a' },
  { name: 'dates', path: '/studio/events' },
  { name: 'dates, none found', path: '/studio/events?q=zzzz' },
  { name: 'a new date', path: '/studio/events/new' },
  { name: 'a new date with errors', path: '/studio/events/new', act: sendWrong('input[name=price]', 'ten', 'main .button-main') },
  { name: 'a date', path: '/studio/events', into: 'main th a' },
  { name: 'links', path: '/studio/links' },
  { name: 'links with errors', path: '/studio/links', act: sendWrong('input[name=url]', 'nowhere', 'main .button-main') },
  { name: 'a link', path: '/studio/links', into: '.ordered a' },
  { name: 'pictures', path: '/studio/media' },
  { name: 'pictures, none found', path: '/studio/media?q=zzzz' },
  { name: 'a picture', path: '/studio/media', into: '.library a' },
  { name: 'addresses', path: '/studio/addresses' },
  { name: 'crew', path: '/studio/crew' },
  { name: 'crew with errors', path: '/studio/crew', act: sendWrong('input[name=email]', 'nobody', 'main .button-main') },
  { name: 'comments', path: '/studio/comments?show=all' },
  { name: 'comments, none found', path: '/studio/comments?q=zzzz' },
  { name: 'claims', path: '/studio/takedowns?show=all' },
  { name: 'settings', path: '/studio/settings' },
  { name: 'who changed what', path: '/studio/audit' },
  { name: 'nothing there', path: '/studio/nothing' },
  {
    name: 'command menu',
    path: '/studio',
    act: async (page) => {
      await page.waitForLoadState('networkidle')
      await page.keyboard.press('Control+k')
      await page.locator('dialog[open]').waitFor()
    },
  },
  { name: 'fan club', path: '/studio/fan-club' },
  {
    name: 'a new tier with errors',
    path: '/studio/fan-club/new',
    act: sendWrong('input[name=priceMonthMinor]', 'ten', 'main .button-main'),
  },
  { name: 'a tier', path: '/studio/fan-club', into: 'main th a' },
  ...['audio', 'tracks', 'words', 'publication'].map((part) => ({
    name: `a mix, its ${part}`,
    path: '/studio/mixes',
    into: 'main th a',
    act: (page: Page) => page.goto(`${page.url()}/${part}`, { waitUntil: 'networkidle' }),
  })),
]

const account: Walk[] = [
  { name: 'profile', path: '/account', role: 'fan' },
  { name: 'security', path: '/account/security', role: 'fan' },
  { name: 'privacy', path: '/account/privacy', role: 'fan' },
  { name: 'listening', path: '/account/listening', role: 'fan' },
  { name: 'comments on a mix', path: '/mixes', role: 'fan', into: 'main a[href^="/mixes/"]', act: press('.community-foot a') },
  { name: 'second factor', path: '/account/two-factor', role: 'fan' },
]

/** Nobody signed in: ways in and back, and what they say when something is wrong. */
const ways: Walk[] = [
  { name: 'sign in, wrong', path: '/sign-in', act: sendWrong('input[name=email]', 'nobody@fan.example', 'main .button') },
  { name: 'sign up, wrong', path: '/sign-up', act: sendWrong('input[name=email]', 'nobody', 'main .button') },
  { name: 'forgot password', path: '/forgot-password' },
  { name: 'link by mail', path: '/sign-in/link' },
  { name: 'a link that is gone', path: '/reset-password' },
  { name: 'look into your mail', path: '/check-mail/sign-up' },
]

const turned = (walks: Walk[], of: readonly string[]) =>
  walks.map((walk, index) => ({
    ...walk,
    slug: of[index % of.length] ?? 'danny',
    mode: modes[Math.floor(index / 2) % 2] ?? 'dark',
    width: index % 2 === 0 ? 390 : 1440,
  }))

describe('behind the doors', () => {
  it.each([...turned(studio, ['danny', 'hathor', 'connect']), ...turned(account, tenants), ...turned(ways, tenants)])(
    'axe finds nothing in $name of $slug, $mode, $width pixels, and nothing is wider than the window',
    async ({ slug, mode, path, width, role, into, act }) => {
      const isWay = ways.some((way) => way.path === path) && !path.startsWith('/account')
      const storageState = isWay ? undefined : await stateOf(slug, role ?? 'owner')
      const options = { viewport: { width, height: 900 }, colorScheme: mode, reducedMotion: 'reduce' as const }
      const { page, close } = await openPage(browser, storageState ? { ...options, storageState } : options)
      await page.goto(siteUrl(slug, path), { waitUntil: act ? 'networkidle' : 'load' })
      if (into)
        await page.goto(new URL((await page.locator(into).first().getAttribute('href')) ?? '/', page.url()).href, {
          waitUntil: 'networkidle',
        })
      await act?.(page)
      await setMode(page, mode)
      expect(await findings(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await close()
    },
  )
})
