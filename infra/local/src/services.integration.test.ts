import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from '@residency/config'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listLeftovers, readLedger } from '../../../scripts/lib/ledger.mjs'
import { processIdentity } from '../../../scripts/lib/processes.mjs'
import { startRedis } from './redis/index.ts'
import { type Services, startServices } from './services.ts'

// Servers are started and ended many times over, on whatever else the machine is busy with.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
let running: Services[] = []
let launcher: ChildProcess | undefined

const quiet = <T>(_label: string, work: (report: (detail: string) => void) => Promise<T> | T): Promise<T> =>
  Promise.resolve(work(() => undefined))

async function start(more: object = {}): Promise<Services> {
  const services = await startServices({ folder, given: {}, step: quiet, ...more })
  running.push(services)
  return services
}

async function stopAll(): Promise<void> {
  for (const services of running.splice(0)) await services.stop()
}

async function ask(url: string | undefined, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows[0]
}

const pids = (): number[] => readLedger(folder).map(({ pid }) => pid)
const living = (numbers: number[]): number[] => numbers.filter((pid) => processIdentity(pid))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'services-'))
  // mkdtemp makes it private, which the database's user could not enter.
  await chmod(folder, 0o755)
})
afterEach(async () => {
  launcher?.kill('SIGKILL')
  launcher = undefined
  await stopAll()
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  running = []
})

describe('a start', () => {
  it('gives a complete environment and leaves no process behind', async () => {
    const services = await start()
    const env = parseEnv(services.env)
    expect(await ask(env.DATABASE_URL, `select current_user as role, current_setting('is_superuser') as super`)).toEqual({
      role: 'app',
      super: 'off',
    })
    expect((await stat(join(folder, 'services.json'))).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(folder, 'services.json'), 'utf8'))).toMatchObject({
      env: services.env,
      mail: { local: true, url: env.RESEND_BASE_URL },
    })
    const started = pids()
    expect(living(started)).toHaveLength(2)
    await stopAll()
    expect(living(started)).toEqual([])
  })

  it('keeps data, secrets and addresses over a restart', async () => {
    const first = await start()
    await ask(first.env.DATABASE_OWNER_URL, 'create table kept as select 7 as value')
    await stopAll()
    const second = await start()
    expect(second.env).toEqual(first.env)
    expect(await ask(second.env.DATABASE_OWNER_URL, 'select value from kept')).toEqual({ value: 7 })
  })

  it('leaves nothing at all when it is for tests', async () => {
    await start({ ephemeral: true })
    await stopAll()
    expect(existsSync(folder)).toBe(false)
  })

  it('starts nothing that is given from outside', async () => {
    const first = await start()
    const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_PLATFORM_URL, DATABASE_RELAY_URL, REDIS_URL } = first.env
    const inner = join(folder, 'second')
    const given = { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_PLATFORM_URL, DATABASE_RELAY_URL, REDIS_URL, RESEND_API_KEY: 're_given' }
    const second = await start({ folder: inner, given })
    expect(second.env).toMatchObject({ ...given, REDIS_CACHE_URL: first.env.REDIS_CACHE_URL })
    expect([second.processes, second.addresses.mail.local, second.env.RESEND_BASE_URL]).toEqual([
      { postgres: null, redis: null },
      false,
      undefined,
    ])
  })

  it('takes over an object store, and ffmpeg where it is said to be', async () => {
    const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, DATABASE_URL: _own, ...first } = (await start()).env
    const given = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, FFMPEG_PATH: first.FFMPEG_PATH }
    const second = await start({ folder: join(folder, 'second'), given })
    expect(second.env).toMatchObject(given)
    expect(second.addresses.objectStore).toMatchObject({ local: false, endpoint: S3_ENDPOINT, bucket: S3_BUCKET })
    expect(existsSync(join(folder, 'second', 'objects'))).toBe(false)
  })

  it.each([
    ['REDIS_URL', { REDIS_URL: 'redis://:secret@127.0.0.1:1/0' }],
    ['REDIS_URL', { REDIS_URL: 'not an address with a secret' }],
    ['S3_ENDPOINT', { S3_ENDPOINT: 'http://127.0.0.1:1', S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'a-secret' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://postgres:secret@127.0.0.1:1/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'db.example.net with a secret' }],
  ])('names %s when it leads nowhere, without its secret, and leaves nothing running', async (setting, given) => {
    const refusal = await start({ given }).catch((error: Error) => error)
    expect(refusal).toMatchObject({ name: 'Problem', message: expect.stringContaining(setting) })
    expect((refusal as Error).message).toMatch(/unset it to use a local one$/)
    expect((refusal as Error).message).not.toMatch(/secret/)
    expect(living(pids())).toEqual([])
  })

  it('makes the roles when it is given nothing but a superuser', async () => {
    const first = await start()
    const server = first.addresses.postgres.superuserUrl
    const second = await start({ folder: join(folder, 'second'), given: { DATABASE_URL: server?.replace(/\/postgres$/, '/other') } })
    expect(await ask(second.env.DATABASE_URL, 'select current_user as role, current_database() as database')).toEqual({
      role: 'app',
      database: 'other',
    })
    await expect(start({ folder: join(folder, 'third'), given: { DATABASE_URL: second.env.DATABASE_URL } })).rejects.toThrow(
      /DATABASE_OWNER_URL, .* superuser/,
    )
  })
})

describe('a start after trouble', () => {
  it('names who runs here already', async () => {
    await start({ command: 'start' })
    await expect(start()).rejects.toThrow(`\`npm run start\` is already running here (process ${process.pid})`)
  })

  it('takes another port when the remembered one is taken', async () => {
    const first = await start()
    await stopAll()
    const { port } = new URL(first.env.REDIS_URL ?? '')
    const squatter = createServer().listen(Number(port), '127.0.0.1')
    await once(squatter, 'listening')
    const second = await start()
    expect(new URL(second.env.REDIS_URL ?? '').port).not.toBe(port)
    expect(second.env.DATABASE_URL).toBe(first.env.DATABASE_URL)
    squatter.close()
  })

  it('names a port that was taken between the choice and the start, and by whom', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const { port } = squatter.address() as AddressInfo
    const launch = () => startRedis({ folder, port, password: 'secret', ephemeral: true })
    await expect(launch()).rejects.toThrow(`Port ${port}, which redis needs, was taken meanwhile by process ${process.pid} (`)
    squatter.close()
  })

  it('ends what a killed launcher left behind, and loses nothing', async () => {
    launcher = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'testing/start-and-wait.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(launcher.stdout as NodeJS.ReadableStream, 'data')
    const url = (JSON.parse(readFileSync(join(folder, 'services.json'), 'utf8')) as Services).env.DATABASE_OWNER_URL
    await ask(url, 'create table kept as select 7 as value')
    launcher.kill('SIGKILL')
    await once(launcher, 'exit')
    const left = listLeftovers(folder)
    expect(left.map(({ name }) => name).sort()).toEqual(['postgres', 'redis'])
    const services = await start()
    expect(services.notices.join()).toMatch(/cut off.*postgres/)
    expect(living(left.map(({ pid }) => pid))).toEqual([])
    expect(await ask(services.env.DATABASE_OWNER_URL, 'select value from kept')).toEqual({ value: 7 })
  })

  it('does not mistake a stranger for its database because of an old number', async () => {
    await start()
    await stopAll()
    const stranger = spawn('sleep', ['60'])
    const data = join(folder, 'postgres/data')
    await writeFile(join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n`)
    const services = await start()
    expect(await ask(services.env.DATABASE_URL, 'select 1 as one')).toEqual({ one: 1 })
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  it('says that a database does not fit this version, and leaves it as it was', async () => {
    const services = await start()
    await ask(services.env.DATABASE_OWNER_URL, 'create table account as select 7 as value')
    await expect(services.migrate()).rejects.toThrow(
      /^The database could not be brought to this version \(.*not empty.*\): go back .*has changed nothing$/,
    )
    expect(await ask(services.env.DATABASE_OWNER_URL, 'select value from account')).toEqual({ value: 7 })
  })

  it('makes the database anew when its making was broken off', async () => {
    await start()
    await stopAll()
    await rm(join(folder, 'postgres/data'), { recursive: true })
    await writeFile(join(folder, 'postgres/data.draft'), 'half')
    const services = await start()
    expect(await ask(services.env.DATABASE_URL, 'select 1 as one')).toEqual({ one: 1 })
  })

  it('brings a server back that died, and says so', async () => {
    const deaths: string[] = []
    const services = await start({ watcher: { onDeath: (name: string) => deaths.push(name), onGivenUp: () => undefined } })
    const [before] = pids()
    for (const pid of pids()) process.kill(pid, 'SIGKILL')
    await expect.poll(() => deaths.sort(), { timeout: 10_000 }).toEqual(['postgres', 'redis'])
    await expect.poll(() => ask(services.env.DATABASE_URL, 'select 1 as one').catch(() => null), { timeout: 20_000 }).toEqual({ one: 1 })
    expect(pids()).not.toContain(before)
  })
})
