import { spawn } from 'node:child_process'
import { Problem, saysDiskFull } from '../../../../scripts/lib/problem.mjs'
import type { Report } from '../../../../scripts/lib/progress.mjs'
import { findProgram } from './find-program.ts'

/** Whether this machine's packages may be installed by us: Debian's kind, and root. */
export const canInstall = (): boolean => process.getuid?.() === 0 && findProgram('apt-get') !== null

/** What a reader without the right to install, or without apt, has to run. */
export function installRemedy(debian: string, brew: string, otherwise: string): string {
  if (findProgram('apt-get')) return `run \`sudo apt-get install ${debian}\``
  if (findProgram('brew')) return `run \`brew install ${brew}\``
  return `install ${otherwise} with your package manager`
}

/** Installs Debian packages, refreshing the lists only when the packages are not known or have moved. */
export async function aptInstall(packages: string[], report: Report): Promise<void> {
  const install = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', 'install', ...packages]
  try {
    await apt(install, report)
  } catch {
    await apt(['update'], report)
    await apt(install, report).catch((cause: Error) => {
      throw new Problem(
        `apt-get could not install ${packages.join(' ')} (${cause.message})`,
        `run \`apt-get install ${packages.join(' ')}\` and see what it says`,
      )
    })
  }
}

function apt(args: string[], report: Report): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('apt-get', ['-o', 'Dpkg::Use-Pty=0', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let complaints = ''
    child.stdout.on('data', (chunk: Buffer) => report(chunk.toString().trim().split('\n').at(-1) ?? ''))
    child.stderr.on('data', (chunk: Buffer) => {
      complaints = `${complaints}${chunk}`.slice(-2_000)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      const said = complaints.split('\n').find((line) => line.startsWith('E:')) ?? `exit code ${code}`
      reject(Object.assign(new Error(said), saysDiskFull(complaints) ? { code: 'ENOSPC' } : {}))
    })
  })
}
