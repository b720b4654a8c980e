import { spawnSync } from 'node:child_process'
import { Problem } from '../../../../scripts/lib/problem.mjs'
import type { Report } from '../../../../scripts/lib/progress.mjs'
import { aptInstall, canInstall, installRemedy } from '../machine/apt.ts'
import { findProgram } from '../machine/find-program.ts'

export interface RedisProgram {
  command: string
  calledAs: string
  version: string
}

/**
 * The server's program. Debian's package `redis-tools` holds it under the name of its checker (one program that goes by the name it is
 * called by), so installing that package brings a server without also starting one for the whole system.
 */
export async function ensureRedisServer(report: Report): Promise<RedisProgram> {
  const found = findRedisServer()
  if (found) return found
  if (!canInstall())
    throw new Problem(
      'There is no Redis on this machine',
      `${installRemedy('redis-tools', 'redis', 'redis-server or valkey-server')}, or set REDIS_URL to one that runs`,
    )
  report('apt-get install redis-tools')
  await aptInstall(['redis-tools'], report)
  if (!findRedisServer()) await aptInstall(['redis-server'], report)
  const installed = findRedisServer()
  if (installed) return installed
  throw new Problem('Debian’s Redis is installed but does not run', 'run `redis-server --version` and see what it says, or set REDIS_URL')
}

function findRedisServer(): RedisProgram | null {
  const command = findProgram('redis-server', 'valkey-server', 'redis-check-rdb')
  if (!command) return null
  const calledAs = command.endsWith('redis-check-rdb') ? 'redis-server' : command
  const { stdout } = spawnSync(command, ['--version'], { argv0: calledAs, encoding: 'utf8' })
  const version = /\bserver v=([\d.]+)/i.exec(stdout ?? '')?.[1]
  return version ? { command, calledAs, version } : null
}
