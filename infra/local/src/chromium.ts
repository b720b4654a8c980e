import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { aptInstall, canInstall, installRemedy } from '../../../scripts/lib/apt.mjs'
import { findProgram } from '../../../scripts/lib/find-program.mjs'
import { Problem } from '../../../scripts/lib/problem.mjs'
import type { Report } from '../../../scripts/lib/progress.mjs'

/** Options every browser of the tests is started with: no sandbox (it may run as root), no calls home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Ubuntu's package of that name is a stub that only knows snap: a browser counts when it says its version. */
function runs(file: string | null): file is string {
  if (!file || !existsSync(file)) return false
  try {
    return /\d+\.\d+/.test(execFileSync(file, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }))
  } catch {
    return false
  }
}

const isDebian = (): boolean => existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

function findChromium(): string | null {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) {
    if (runs(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Problem(`CHROMIUM_PATH=${CHROMIUM_PATH} does not run`, 'correct it, or unset it to use the system’s Chromium')
  }
  const candidates = [
    findProgram('chromium'),
    findProgram('google-chrome', 'google-chrome-stable'),
    findProgram('chromium-browser'),
    chromium.executablePath(),
  ]
  return candidates.find(runs) ?? null
}

/** The browser of the tests: the system's, else Debian's package, else Playwright's own download. */
export async function ensureChromium(report: Report): Promise<string> {
  const found = findChromium()
  if (found) return found
  if (canInstall() && isDebian()) {
    report('apt-get install chromium')
    await aptInstall(['chromium', 'fonts-liberation'], report)
  } else {
    report('downloading')
    const args = [...(canInstall() ? ['--with-deps'] : []), 'chromium']
    const cli = new URL(import.meta.resolve('playwright/package.json'))
    // Its failure is said below, with what to do.
    await promisify(execFile)(process.execPath, [new URL('cli.js', cli).pathname, 'install', ...args], { timeout: 600_000 }).catch(
      () => undefined,
    )
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Problem(
    'There is no Chromium on this machine',
    `${installRemedy('chromium', '--cask chromium', 'chromium or google-chrome')}, or set CHROMIUM_PATH to one`,
  )
}
