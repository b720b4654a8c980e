import { execFileSync } from 'node:child_process'
import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './problem.mjs'

const oldest = [20, 19]
const wanted = 24
const gigabyte = 1024 ** 3
/** Bytes: packages, build and data. */
export const roomToInstall = 3 * gigabyte
export const roomToRun = 0.5 * gigabyte

/** The bootstrap's own Node. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > (oldest[0] ?? 0) || (major === oldest[0] && minor >= (oldest[1] ?? 0))) return
  throw new Problem(
    `Node ${process.versions.node} is too old`,
    `install Node ${oldest.join('.')} or later from https://nodejs.org or your distribution`,
  )
}

export function checkPlatform() {
  if (process.platform === 'linux' || process.platform === 'darwin') return
  throw new Problem(`${process.platform} is not supported`, 'use Linux, macOS, or Windows through WSL 2')
}

/**
 * Says which volume has not the room. Folders that are not there yet will lie on one that is asked about.
 * @param {Record<string, number>} folders the bytes each needs
 */
export function checkDisk(folders) {
  for (const [folder, needed] of Object.entries(folders)) if (existsSync(folder)) checkVolume(folder, needed)
}

/** @param {string} folder @param {number} needed */
function checkVolume(folder, needed) {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= needed) return
  const figure = (/** @type {number} */ bytes) => `${(bytes / gigabyte).toFixed(1)} GB`
  throw new Problem(
    `The disk is nearly full (${figure(free)} free, ${figure(needed)} needed)`,
    `free some space on the volume of ${folder} and run the same command again`,
  )
}

/** Whether this machine lets no package run its install script. `npm run` hands its settings on in the environment. */
export function ignoresScripts() {
  return process.env.npm_config_ignore_scripts === 'true'
}

/**
 * The Node that everything but this bootstrap runs on: the one installed as a package, else the one that runs now if it is new enough
 * (there is no such package for this processor).
 * @param {string} root
 * @returns {string}
 */
export function findNode(root) {
  const installed = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(installed)) {
    try {
      const version = execFileSync(installed, ['-v'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
      if (version.startsWith(`v${wanted}.`)) return installed
      throw new Problem(`The installed Node is ${version}, not ${wanted}`, 'delete node_modules and run the same command again')
    } catch (error) {
      if (error instanceof Problem) throw error
      throw new Problem(
        'The installed Node does not run on this machine',
        `it needs glibc 2.28 or later; or install Node ${wanted} yourself and start with that`,
        { cause: error },
      )
    }
  }
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  throw new Problem(
    `Node ${wanted} is missing (the package node-${process.platform}-${process.arch} brings it where there is one)`,
    `run \`npm ci --include=optional\`, or start with a Node ${wanted} of your own`,
  )
}
