import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

let bootId = ''

/**
 * What makes a process itself and not another that got its number later: when it was started, on which boot. Null when there is none.
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return null
  try {
    if (process.platform !== 'linux')
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
      )
    bootId ||= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name may hold blanks and brackets: count the fields behind its closing one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : `${bootId}/${fields[19]}`
  } catch {
    return null
  }
}

/**
 * @param {number} pid
 * @param {string} identity
 */
export const isAlive = (pid, identity) => processIdentity(pid) === identity

/**
 * The command line of a process, blank separated; empty when it can't be read.
 * @param {number} pid
 */
export function commandLine(pid) {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/**
 * Ends one process: asks first, and kills it when it has not left in time. Never touches a pid whose identity has changed.
 * @param {number} pid
 * @param {string} identity
 * @param {{ signal?: NodeJS.Signals, timeoutMs?: number }} [options]
 * @returns {Promise<boolean>} whether there was anything to end
 */
export async function endProcess(pid, identity, { signal = 'SIGTERM', timeoutMs = 15_000 } = {}) {
  if (!isAlive(pid, identity)) return false
  send(pid, signal)
  const deadline = Date.now() + timeoutMs
  while (isAlive(pid, identity)) {
    if (Date.now() > deadline) send(pid, 'SIGKILL')
    await new Promise((done) => setTimeout(done, 40))
  }
  return true
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
