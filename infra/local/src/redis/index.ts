import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Problem } from '../../../../scripts/lib/problem.mjs'
import { findRedisServer } from '../../../../scripts/lib/programs.mjs'
import { type ManagedProcess, startProcess, waitUntil } from '../machine/managed-process.ts'

export interface RedisOptions {
  folder: string
  port: number
  password: string
  /** Keeps nothing on disk. */
  ephemeral: boolean
}

/** Starts a server of our own: queues survive a restart (append-only file), and nothing is ever evicted from them. */
export async function startRedis({ folder, port, password, ephemeral }: RedisOptions): Promise<ManagedProcess> {
  const program = findRedisServer()
  if (!program) throw new Problem('Redis is missing on this machine', 'run the same command again: it is installed, or you are told how')
  const home = join(folder, 'redis')
  await mkdir(home, { recursive: true })
  await clearDrafts(home)
  const settings = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${home}"`,
    'daemonize no',
    'databases 16',
    'maxmemory-policy noeviction',
    ...(ephemeral ? ['save ""', 'appendonly no'] : ['appendonly yes', 'appendfsync everysec', 'save 300 1']),
  ]
  const file = join(home, 'redis.conf')
  await writeFile(file, `${settings.join('\n')}\n`, { mode: 0o600 })
  const server = startProcess(folder, { name: 'redis', command: program.command, calledAs: program.calledAs, args: [file], cwd: home })
  await waitUntil(server, () => answersPing(port, password)).catch(async (error: unknown) => {
    server.kill()
    if (/Bad file format|aof.*(corrupt|truncated)|Wrong signature/i.test(await server.lastLines(20)))
      throw new Problem(
        'Redis can’t read what it had stored',
        `mend it with \`redis-check-aof --fix ${join(home, 'appendonlydir')}\`, or drop queues and cache by deleting ${home}`,
      )
    throw error
  })
  return server
}

/** What a killed server was writing: whole files replace the old ones by name, so these are never of use. */
async function clearDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) if (/^temp-.*\.(rdb|aof)$/.test(name)) await rm(join(home, name))
}

function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(`AUTH ${password}\r\nPING\r\n`))
    socket.setTimeout(2_000, () => socket.destroy(new Error('no answer')))
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
      if (said.split('\r\n').length < 3) return
      socket.end()
      resolve(said.includes('+PONG'))
    })
    socket.once('error', reject)
  })
}
