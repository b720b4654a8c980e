// The programs that no npm package carries: where they are, and how they get here. Read by the bootstrap too, so that they are fetched
// while npm works.
import { spawnSync } from 'node:child_process'
import { aptInstall, canInstall, installRemedy } from './apt.mjs'
import { findProgram } from './find-program.mjs'
import { Problem } from './problem.mjs'

/** @typedef {Record<string, string | undefined>} Environment */
/** @typedef {{ command: string, calledAs: string, version: string }} RedisProgram */

/**
 * The server's program. Debian's package `redis-tools` holds it under the name of its checker (one program that goes by the name it is
 * called by), so installing that package brings a server without also starting one for the whole system.
 * @returns {RedisProgram | null}
 */
export function findRedisServer() {
  const command = findProgram('redis-server', 'valkey-server', 'redis-check-rdb')
  if (!command) return null
  const calledAs = command.endsWith('redis-check-rdb') ? 'redis-server' : command
  const { stdout } = spawnSync(command, ['--version'], { argv0: calledAs, encoding: 'utf8' })
  const version = /\bserver v=([\d.]+)/i.exec(stdout ?? '')?.[1]
  return version ? { command, calledAs, version } : null
}

/** @typedef {{ FFMPEG_PATH: string, FFPROBE_PATH: string }} MediaTools */

/**
 * The two programs for audio: those the environment names, else those on the PATH. Throws a Problem when one that is named does not run.
 * @param {Environment} given
 * @returns {MediaTools | null}
 */
export function findMediaTools(given) {
  const [FFMPEG_PATH, FFPROBE_PATH] = [mediaTool(given, 'FFMPEG_PATH', 'ffmpeg'), mediaTool(given, 'FFPROBE_PATH', 'ffprobe')]
  return FFMPEG_PATH && FFPROBE_PATH ? { FFMPEG_PATH, FFPROBE_PATH } : null
}

/** @param {Environment} given @param {'FFMPEG_PATH' | 'FFPROBE_PATH'} setting @param {string} name */
function mediaTool(given, setting, name) {
  const named = given[setting]
  const file = named && !named.includes('/') ? findProgram(named) : named || findProgram(name)
  const answers = Boolean(file) && spawnSync(file ?? '', ['-version'], { encoding: 'utf8', timeout: 20_000 }).status === 0
  if (answers) return file ?? null
  if (!named) return null
  throw new Problem(`${setting}=${named} does not run`, `correct it, or unset it to use the ${name} on the PATH`)
}

/**
 * @typedef {object} Need
 * @property {string} name
 * @property {(given: Environment) => boolean} isMet
 * @property {string[]} packages Debian's
 * @property {string[]} further tried when those did not bring it
 * @property {string} brew
 * @property {string} otherwise
 * @property {string} instead how to do without
 */

/** @type {Need[]} */
const needs = [
  {
    name: 'Redis',
    isMet: (given) => Boolean(given.REDIS_URL) || findRedisServer() !== null,
    packages: ['redis-tools'],
    further: ['redis-server'],
    brew: 'redis',
    otherwise: 'redis-server or valkey-server',
    instead: 'set REDIS_URL to one that runs',
  },
  {
    name: 'ffmpeg',
    isMet: (given) => findMediaTools(given) !== null,
    packages: ['ffmpeg'],
    further: [],
    brew: 'ffmpeg',
    otherwise: 'ffmpeg and ffprobe',
    instead: 'set FFMPEG_PATH and FFPROBE_PATH to where they are',
  },
]

/** @param {Environment} given */
const unmet = (given) => needs.filter((need) => !need.isMet(given))

/**
 * Names in one line everything that is missing here and that we may not install. Throws a Problem then.
 * @param {Environment} given
 */
export function requireInstallable(given) {
  const missing = unmet(given)
  if (missing.length === 0 || canInstall()) return
  const all = (/** @type {string} */ glue, /** @type {(need: Need) => string} */ word) => missing.map(word).join(glue)
  throw new Problem(
    `${all(' and ', ({ name }) => name)} ${missing.length > 1 ? 'are' : 'is'} missing on this machine`,
    `${installRemedy(
      all(' ', ({ packages }) => packages.join(' ')),
      all(' ', ({ brew }) => brew),
      all(', ', ({ otherwise }) => otherwise),
    )}, or ${all(' and ', ({ instead }) => instead)}`,
  )
}

/**
 * Installs what is missing, with progress; says what to install where we may not. Nothing happens when everything is there.
 * @param {Environment} given
 * @param {typeof import('./progress.mjs').progress.step} step
 * @param {AbortSignal} [signal]
 */
export async function providePrograms(given, step, signal) {
  requireInstallable(given)
  const missing = unmet(given)
  if (missing.length === 0) return
  await step(`Installing ${missing.map(({ name }) => name).join(', ')}`, async (report) => {
    report('apt-get')
    await aptInstall(
      missing.flatMap(({ packages }) => packages),
      report,
      signal,
    )
    const further = unmet(given).flatMap(({ further }) => further)
    if (further.length > 0) await aptInstall(further, report, signal)
  })
  const [still] = unmet(given)
  if (still)
    throw new Problem(
      `${still.name} is installed but does not run`,
      `run \`apt-get install --reinstall ${still.packages.join(' ')}\` and see what it says, or ${still.instead}`,
    )
}
