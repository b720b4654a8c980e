import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, processIdentity } from './processes.mjs'
import { readState, writePrivate } from './state.mjs'

/**
 * A process that a launcher has started: a number alone would not do, since numbers are used again. One file each, so that two launchers
 * that work in the same folder (`start` and `check`) never undo what the other writes.
 * @typedef {{ name: string, pid: number, identity: string, stopSignal: NodeJS.Signals, launcher: { pid: number, identity: string } }} LedgerEntry
 */

/** @param {string} folder @param {number} pid */
const fileOf = (folder, pid) => join(folder, 'pids', `${pid}.json`)

/**
 * @param {string} folder
 * @returns {LedgerEntry[]} in the order of their start
 */
export function readLedger(folder) {
  try {
    const entries = readdirSync(join(folder, 'pids')).map(
      (name) => /** @type {LedgerEntry | null} */ (readState(join(folder, 'pids', name))),
    )
    return entries.filter((entry) => entry !== null).sort((a, b) => a.identity.localeCompare(b.identity, 'en', { numeric: true }))
  } catch {
    return []
  }
}

/**
 * @param {string} folder
 * @param {{ name: string, pid: number, stopSignal: NodeJS.Signals }} started
 */
export function recordProcess(folder, { name, pid, stopSignal }) {
  const identity = processIdentity(pid)
  const launcher = { pid: process.pid, identity: processIdentity(process.pid) ?? '' }
  if (identity) writePrivate(fileOf(folder, pid), JSON.stringify({ name, pid, identity, stopSignal, launcher }))
}

/** @param {string} folder @param {number} pid */
export function forgetProcess(folder, pid) {
  rmSync(fileOf(folder, pid), { force: true })
}

/**
 * Processes that still live though the launcher that started them does not.
 * @param {string} folder
 */
export const listLeftovers = (folder) =>
  readLedger(folder).filter(({ pid, identity, launcher }) => isAlive(pid, identity) && !isAlive(launcher.pid, launcher.identity))

/**
 * The folders that runs may hold: `.local` itself and, within it, one for each kind of run that keeps apart (tests, benchmarks, …).
 * @param {string} local
 */
export function listInstances(local) {
  if (!existsSync(local)) return [local]
  const inner = readdirSync(local, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [
    local,
    ...inner
      .map((entry) => join(local, entry.name))
      .filter((folder) => existsSync(join(folder, 'pids')) || existsSync(join(folder, 'run.lock'))),
  ]
}
