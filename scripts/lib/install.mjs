import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Problem } from './problem.mjs'
import { readState } from './state.mjs'

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Entry */
/** @typedef {{ packages?: Record<string, Entry> }} Lockfile */

/**
 * What package-lock.json asks for and node_modules has not, by npm's own record of what it put there. npm writes that record last, so a
 * broken-off installation counts as none.
 * @param {string} root
 * @returns {string[]} names of folders, empty when all is installed
 */
export function missingPackages(root) {
  const wanted = /** @type {Lockfile | null} */ (readState(join(root, 'package-lock.json')))
  if (!wanted?.packages) throw new Problem('package-lock.json is missing or broken', 'restore it with `git checkout package-lock.json`')
  const present = /** @type {Lockfile | null} */ (readState(join(root, 'node_modules', '.package-lock.json')))?.packages ?? {}
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !(entry.optional && !present[path]))
    .filter(([path, entry]) => {
      const found = present[path]
      const differs = Boolean(found?.integrity && entry.integrity) && found?.integrity !== entry.integrity
      return !found || differs || found.version !== entry.version || found.link !== entry.link
    })
    .map(([path]) => path)
}

const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * Runs `npm ci`. Install scripts stay off: nothing here needs one (Postgres's library links are made when it starts), and a closed
 * network would keep some of them waiting. `npm ci` refuses a lock file that leaves out optional packages of other machines, which npm
 * itself writes behind some registries; `npm install` takes the same versions from it and adds what is missing.
 * @param {string} root
 * @param {import('./progress.mjs').Report} report
 * @param {AbortSignal} [signal] ends npm
 */
export async function install(root, report, signal) {
  const total = topLevel(Object.keys(/** @type {Lockfile} */ (readState(join(root, 'package-lock.json'))).packages ?? {}))
  const counter = setInterval(() => report(`${count(root)} of about ${total} packages`), 500)
  try {
    const strict = await npm(root, ['ci', ...options], signal)
    if (strict.code === 0) return
    if (!/EUSAGE|in sync/.test(strict.said)) throw explainNpm(strict)
    await rm(join(root, 'node_modules'), { recursive: true, force: true })
    const lenient = await npm(root, ['install', '--no-save', ...options], signal)
    if (lenient.code !== 0) throw explainNpm(lenient)
  } finally {
    clearInterval(counter)
  }
}

/** @param {string[]} paths */
const topLevel = (paths) => paths.filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)).length

/** @param {string} root */
function count(root) {
  try {
    const names = readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.'))
    const scoped = names.filter((name) => name.startsWith('@')).flatMap((scope) => readdirSync(join(root, 'node_modules', scope)))
    return names.length + scoped.length
  } catch {
    return 0
  }
}

/**
 * Not through node_modules/.bin: npm deletes that Node before it starts others.
 * @param {string} root
 * @param {string[]} args
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function npm(root, args, signal) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const [file = '', ...rest] = script && node && !node.includes('node_modules') ? [node, script, ...args] : ['npm', ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { cwd: root, env: { ...process.env, PATH: path.join(delimiter) }, stdio: ['ignore', 'ignore', 'pipe'] })
    const end = () => child.kill('SIGTERM')
    signal?.addEventListener('abort', end, { once: true })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-8_000)
    })
    child.once('error', (cause) =>
      reject(new Problem('npm is missing', 'install npm 10 or later and run the same command again', { cause })),
    )
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) reject(signal.reason)
      else resolve({ code, said })
    })
  })
}

/** @param {{ code: number | null, said: string }} result */
function explainNpm({ code, said }) {
  const lines = said.split('\n').filter((line) => /^npm error \S/.test(line) && !line.includes('complete log'))
  const what =
    lines
      .map((line) => line.replace(/^npm error (code )?/, ''))
      .join(' ')
      .slice(0, 300) || `exit code ${code}`
  if (/ENOSPC|EDQUOT/.test(said)) return new Problem('The disk is full', 'free 3 GB and run the same command again')
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(said))
    return new Problem(
      `npm can't reach its registry (${what})`,
      'check the network or the proxy (`npm config get registry`) and run the same command again',
    )
  return new Problem(`npm could not install the packages (${what})`, 'mend what it names and run the same command again')
}
