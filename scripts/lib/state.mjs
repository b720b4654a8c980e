import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from './problem.mjs'
import { isAlive, processIdentity } from './processes.mjs'

/**
 * Reads a JSON file of the local folder. A missing, cut off or foreign file counts as absent: an earlier run may have been killed.
 * @param {string} file
 * @returns {unknown}
 */
export function readState(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Writes a file for its owner alone, whole or not at all.
 * @param {string} file
 * @param {string} text
 */
export function writePrivate(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}

/** @typedef {{ pid: number, identity: string, command: string }} RunLock */

/**
 * Who holds a local folder now, if they live.
 * @param {string} file
 * @returns {RunLock | null}
 */
export function lockHolder(file) {
  const lock = /** @type {RunLock | null} */ (readState(file))
  return lock && isAlive(lock.pid, lock.identity) ? lock : null
}

/**
 * Takes the local folder for this process. The lock of a process that died is taken over.
 * @param {string} file
 * @param {string} command
 * @returns {() => void} gives it back
 */
export function takeLock(file, command) {
  const mine = { pid: process.pid, identity: processIdentity(process.pid) ?? '', command }
  const draft = `${file}.${process.pid}`
  writePrivate(draft, JSON.stringify(mine))
  try {
    for (;;) {
      try {
        linkSync(draft, file)
        break
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
        const holder = lockHolder(file)
        if (holder) throw alreadyRunning(holder)
        rmSync(file, { force: true })
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (lockHolder(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}

/** @param {RunLock} holder */
export const alreadyRunning = (holder) =>
  new Problem(
    `\`npm run ${holder.command}\` is already running here (process ${holder.pid})`,
    `use it, or end it with Ctrl-C or \`kill ${holder.pid}\``,
  )
