import { type Browser, chromium, type Page } from 'playwright'

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** The system's Chromium (npm test puts its path into the environment). */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags })

/** A tenant's site on this machine. Chromium resolves *.localhost by itself. */
export const siteAddress = (slug: string, path = '/'): string => `http://${slug}.localhost:${process.env.PORT}${path}`

export interface Visit {
  page: Page
  /** What the page's own code complained of: nothing, in a good test. Refusals (4xx) that a test provokes are not complaints. */
  complaints: string[]
  close(): Promise<void>
}

/** A visitor with a browser profile of their own. */
export async function visit(browser: Browser, options: { scripts?: boolean; width?: number; locale?: string } = {}): Promise<Visit> {
  const { scripts = true, width = 1280, locale = 'en-GB' } = options
  const context = await browser.newContext({ javaScriptEnabled: scripts, locale, viewport: { width, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource.*\b4\d\d\b/.test(message.text())) complaints.push(message.text())
  })
  return { page, complaints, close: () => context.close() }
}
