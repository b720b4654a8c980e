import { chromiumArgs } from '@residency/local'
import { type Browser, chromium } from 'playwright'

/** The system's Chromium. */
export const openChromium = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...chromiumArgs, ...more] })
