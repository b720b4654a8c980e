import { spawn } from 'node:child_process'
import { findProgram } from './find-program.mjs'
import { Problem, saysDiskFull } from './problem.mjs'

/** Whether this machine's packages may be installed by us: Debian's kind, and root. */
export const canInstall = () => process.getuid?.() === 0 && findProgram('apt-get') !== null

/**
 * What a reader without the right to install, or without apt, has to run.
 * @param {string} debian
 * @param {string} brew
 * @param {string} otherwise
 */
export function installRemedy(debian, brew, otherwise) {
  if (findProgram('apt-get')) return `run \`sudo apt-get install ${debian}\``
  if (findProgram('brew')) return `run \`brew install ${brew}\``
  return `install ${otherwise} with your package manager`
}

/**
 * Installs Debian packages, refreshing the lists only when the packages are not known or have moved, and finishing first what a
 * broken-off installation left half set up. When the signal is given, downloads end; what is being set up is finished first.
 * @param {string[]} packages
 * @param {import('./progress.mjs').Report} report
 * @param {AbortSignal} [signal]
 */
export async function aptInstall(packages, report, signal) {
  const install = () => run('apt-get', [...options, 'install', ...packages], report, signal)
  try {
    await install()
  } catch (first) {
    signal?.throwIfAborted()
    if (/dpkg --configure -a/.test(String(first))) await run('dpkg', ['--configure', '-a'], report, signal).catch(() => undefined)
    else await run('apt-get', [...options, 'update'], report, signal).catch(() => undefined)
    await install().catch((/** @type {Error} */ cause) => {
      signal?.throwIfAborted()
      if ('code' in cause) throw cause
      throw new Problem(
        `apt-get could not install ${packages.join(' ')} (${cause.message})`,
        `run \`apt-get update && apt-get install ${packages.join(' ')}\` and see what it says`,
        { cause },
      )
    })
  }
}

const options = ['-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120', '-y', '--no-install-recommends']

/**
 * In a group of its own: Ctrl-C in the midst of setting up would leave the machine's packages half configured. apt-get itself ends at
 * SIGINT while it downloads, and goes on while it sets up.
 * @param {string} command
 * @param {string[]} args
 * @param {import('./progress.mjs').Report} report
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
function run(command, args, report, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const end = () => child.kill('SIGINT')
    signal?.addEventListener('abort', end, { once: true })
    let complaints = ''
    child.stdout.on('data', (chunk) => report(String(chunk).trim().split('\n').at(-1) ?? ''))
    child.stderr.on('data', (chunk) => {
      complaints = `${complaints}${chunk}`.slice(-2_000)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) return reject(signal.reason)
      if (code === 0) return resolve()
      const said = complaints.split('\n').find((line) => line.startsWith('E:')) ?? `exit code ${code}`
      reject(Object.assign(new Error(said), saysDiskFull(complaints) ? { code: 'ENOSPC' } : {}))
    })
  })
}
