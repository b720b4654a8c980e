import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
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
      return !found || found.version !== entry.version || found.integrity !== entry.integrity || found.link !== entry.link
    })
    .map(([path]) => path)
}

/**
 * Runs `npm ci`. Install scripts stay off: nothing here needs one (Postgres's library links are made when it starts), and a closed
 * network would keep some of them waiting.
 * @param {string} root
 * @param {import('./progress.mjs').Report} report
 */
export async function install(root, report) {
  const { npm_execpath: npmScript, npm_node_execpath: npmNode } = process.env
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // Not through node_modules/.bin: `npm ci` deletes that Node before it starts others.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const command = npmScript && npmNode && !npmNode.includes('node_modules') ? [npmNode, npmScript, ...args] : ['npm', ...args]
  const total = topLevel(Object.keys(/** @type {Lockfile} */ (readState(join(root, 'package-lock.json'))).packages ?? {}))
  const counter = setInterval(() => report(`${count(root)} of about ${total} packages`), 500)
  try {
    await run(command, { cwd: root, env: { ...process.env, PATH: path.join(delimiter), PRISMA_SKIP_POSTINSTALL_GENERATE: '1' } })
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
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<void>}
 */
function run([file = '', ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000)
    })
    child.once('error', (cause) =>
      reject(new Problem('npm is missing', 'install npm 10 or later and run the same command again', { cause })),
    )
    child.once('close', (code) => (code === 0 ? resolve() : reject(explainNpm(said, code))))
  })
}

/**
 * @param {string} said
 * @param {number | null} code
 */
function explainNpm(said, code) {
  const lines = said.split('\n').filter((line) => line.startsWith('npm error') && !line.includes('complete log'))
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
  return new Problem(`\`npm ci\` failed (${what})`, 'mend what it names and run the same command again')
}
