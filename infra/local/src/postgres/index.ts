import { join } from 'node:path'
import pg from 'pg'
import type { Report } from '../../../../scripts/lib/progress.mjs'
import { type ManagedProcess, startProcess, waitUntil } from '../machine/managed-process.ts'
import { clearStaleServer, ensureCluster } from './cluster.ts'
import { findPlace } from './place.ts'

export interface PostgresOptions {
  folder: string
  port: number
  /** The superuser's, kept with the folder's other secrets. */
  password: string
  /** Which state of the folder the data belongs to. */
  instance: string
  /** Data that nobody will miss: not forced to the disk. */
  ephemeral: boolean
}

export interface RunningPostgres {
  server: ManagedProcess
  superuserUrl: string
  /** Where its data lies. */
  home: string
  notice: string | null
}

/** Starts a Postgres 18 of our own, on our port and in our folder. */
export async function startPostgres(
  { folder, port, password, instance, ephemeral }: PostgresOptions,
  report: Report,
): Promise<RunningPostgres> {
  const place = await findPlace({ folder, instance, ephemeral }, report)
  report('preparing the data folder')
  await ensureCluster(place, password)
  await clearStaleServer(place.data)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '200',
    shared_buffers: '256MB',
    jit: 'off',
    log_timezone: 'UTC',
    log_min_duration_statement: '500ms',
    ...(ephemeral ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  report('starting')
  const start = () =>
    startProcess(folder, {
      name: 'postgres',
      command: join(place.bin, 'postgres'),
      args: ['-D', place.data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      cwd: place.home,
      env: { PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: 'production' },
      ...(place.user ? { user: place.user } : {}),
      // Fast shutdown: open transactions are rolled back, nothing waits for clients.
      stopSignal: 'SIGINT',
      stopTimeoutMs: 30_000,
    })
  const superuserUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
  const server = await startPatiently(start, superuserUrl)
  return { server, superuserUrl, home: place.home, notice: place.notice }
}

/** The processes of a killed server need a moment to notice that it is gone; until then its shared memory is in use. */
async function startPatiently(start: () => ManagedProcess, superuserUrl: string): Promise<ManagedProcess> {
  for (let attempt = 1; ; attempt++) {
    const server = start()
    try {
      await waitUntil(server, () => answersQuery(superuserUrl), { timeoutMs: 60_000 })
      return server
    } catch (error) {
      server.kill()
      const shared = /pre-existing shared memory block/.test(await server.lastLines(6))
      if (!shared || attempt === 20) throw error
      await new Promise((done) => setTimeout(done, 500))
    }
  }
}

async function answersQuery(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}
