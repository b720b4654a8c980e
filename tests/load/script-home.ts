import { demoAccounts } from '@residency/seed'
import { type BenchContext, type Benchmark, type Figure, hostOf, round } from './benchmark.ts'
import { openChromium } from './chromium.ts'
import { scriptBytes } from './script-bytes.ts'

/** Bytes of script over the wire, compressed, that a signed-in fan's home loads before anything plays. */
async function run(context: BenchContext): Promise<Figure[]> {
  const address = `http://${hostOf(context)}`
  const fan = demoAccounts().find(({ role, email }) => role === 'fan' && email.startsWith('sam@'))
  if (!fan) throw new Error('the demo fan is not there')
  const browser = await openChromium()
  try {
    const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })).newPage()
    await page.goto(`${address}/sign-in`)
    await page.fill('[name=email]', fan.email)
    await page.fill('[name=password]', fan.password)
    await page.locator('main form .button').first().click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')

    const bytes = await scriptBytes(await page.context().newPage(), `${address}/`)
    if (bytes === 0) throw new Error('the home loaded no script')
    return [{ name: 'script.home', value: round(bytes / 1000, 1), unit: 'kB', floor: null, ratio: null }]
  } finally {
    await browser.close()
  }
}

export const scriptHome: Benchmark = { name: 'script.home', run }
