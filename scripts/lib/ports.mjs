import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { commandLine } from './processes.mjs'

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/**
 * Whether a server can take a port on every address: another that has only 127.0.0.1 would catch its callers.
 * @param {number} port
 */
export const isFreeEverywhere = async (port) => (await isFree(port, '127.0.0.1')) && (await isFree(port))

/**
 * The process that listens on a port, as far as this user may see it.
 * @param {number} port
 * @returns {{ pid: number, name: string } | null}
 */
export function portHolder(port) {
  try {
    const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)))
    for (const pid of readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)) {
      if (holdsSocket(pid, inodes)) return { pid, name: commandLine(pid).slice(0, 60) || 'a process' }
    }
  } catch {
    // No /proc, or not ours to read: the port is taken by somebody unnamed.
  }
  return null
}

/**
 * @param {string} table
 * @param {number} port
 */
function listeningInodes(table, port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  const listening = '0A'
  return readFileSync(table, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${wanted}`) && fields[3] === listening)
    .map((fields) => `socket:[${fields[9]}]`)
}

/**
 * @param {number} pid
 * @param {Set<string>} inodes
 */
function holdsSocket(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`)))
  } catch {
    return false
  }
}
