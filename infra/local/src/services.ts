import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { migrate } from '@residency/db/migrate'
import { Problem, saysDiskFull } from '../../../scripts/lib/problem.mjs'
import { findMediaTools, providePrograms } from '../../../scripts/lib/programs.mjs'
import { progress } from '../../../scripts/lib/progress.mjs'
import { takeLock } from '../../../scripts/lib/state.mjs'
import { composeEnv, type SitePorts } from './environment.ts'
import { endLeftovers } from './machine/leftovers.ts'
import { choosePorts } from './machine/ports.ts'
import type { Supervised, Watcher } from './machine/supervise.ts'
import type { Environment } from './outside-services.ts'
import { databasePart, mailPart, objectsPart, type PartContext, queuePart, type Step } from './parts.ts'
import { lockFile } from './paths.ts'
import { loadSecrets } from './secrets.ts'
import { type ServiceAddresses, writeServices } from './services-file.ts'

export interface ServiceOptions {
  /** Where data, ports, secrets and logs are kept. */
  folder: string
  /** Starts empty and leaves nothing behind: for tests. */
  ephemeral?: boolean
  /** What is set from outside. A service named there is not started. */
  given?: Environment
  /** The ports of the two sites; without them free ones are chosen. */
  sites?: SitePorts
  /** The command this runs for, named to whoever finds the folder in use. */
  command?: string
  watcher?: Watcher
  step?: Step
  /** Ends an installation of programs; services that were started are the caller's to stop. */
  signal?: AbortSignal
}

export interface Services {
  /** The environment of the application's processes, complete (packages/config). */
  env: Record<string, string>
  addresses: ServiceAddresses
  ports: SitePorts & Record<'siteMetrics' | 'platformMetrics' | 'workerMetrics', number>
  /** What the reader should know. */
  notices: string[]
  /** Local servers, to stop and start in the tests of faults. */
  processes: { postgres: Supervised | null; redis: Supervised | null }
  /** Applies the migrations that are missing and returns their names. */
  migrate(): Promise<string[]>
  stop(): Promise<void>
  /** Ends everything at once. */
  kill(): void
}

const silent: Watcher = { onDeath: () => undefined, onGivenUp: () => undefined }
const portNames = ['postgres', 'redis', 'objects', 'mail', 'site', 'platform', 'siteMetrics', 'platformMetrics', 'workerMetrics'] as const

/** Starts what the environment does not name already, in this process's care. Throws a Problem; nothing is left running then. */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const { folder, ephemeral = false, given = process.env } = options
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const unlock = takeLock(lockFile(folder), options.command ?? 'start')
  const closers: (() => Promise<void>)[] = []
  const killers: (() => void)[] = []
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close()
    if (ephemeral) await rm(folder, { recursive: true, force: true })
    unlock()
  }
  try {
    const notices: string[] = []
    const ended = await endLeftovers(folder)
    if (ended.length > 0) notices.push(`An earlier run was cut off; what it had left running was ended (${ended.join(', ')}).`)
    if (ephemeral) await clear(folder)
    const step = options.step ?? progress.step
    await providePrograms(given, step, options.signal)
    const secrets = loadSecrets(folder)
    const chosen = await choosePorts(folder, portNames)
    const ports = { ...chosen, ...options.sites }
    const context: PartContext = {
      folder,
      ephemeral,
      given,
      secrets,
      ports,
      closers,
      killers,
      webhookUrl: `http://127.0.0.1:${ports.site}/webhooks/resend`,
      watcher: options.watcher ?? silent,
      step,
    }
    const [postgres, redis, objectStore, mail] = await together([
      databasePart(context),
      queuePart(context),
      objectsPart(context),
      mailPart(context),
    ])
    if (postgres.notice) notices.push(postgres.notice)
    const addresses: ServiceAddresses = {
      postgres: postgres.address,
      redis: redis.address,
      objectStore: objectStore.address,
      mail: mail.address,
    }
    const env = composeEnv(
      given,
      { ...postgres.env, ...redis.env, ...objectStore.env, ...mail.env, ...findMediaTools(given) },
      secrets,
      ports,
    )
    writeServices(folder, addresses, env)
    return {
      env,
      addresses,
      ports,
      notices,
      processes: { postgres: postgres.process ?? null, redis: redis.process ?? null },
      migrate: () => bringUpToDate(env.DATABASE_OWNER_URL ?? ''),
      stop,
      kill: () => {
        for (const kill of killers) kill()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Throws a Problem when a migration fails: it has then changed nothing. */
async function bringUpToDate(ownerUrl: string): Promise<string[]> {
  try {
    return await migrate(ownerUrl)
  } catch (cause) {
    const said = (cause instanceof Error ? cause.message : String(cause)).trim().replace(/\s*\n\s*/g, ' ')
    if (saysDiskFull(said)) throw cause
    throw new Problem(
      `The database could not be brought to this version (${said.slice(0, 400)})`,
      'go back to the version that made it, or start afresh with `npm run reset`; the step that failed has changed nothing',
      { cause },
    )
  }
}

/** Waits for all, also when one has failed: what started late must still be stopped. */
async function together<T extends readonly Promise<unknown>[]>(work: [...T]): Promise<{ [I in keyof T]: Awaited<T[I]> }> {
  const results = await Promise.allSettled(work)
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return (await Promise.all(work)) as { [I in keyof T]: Awaited<T[I]> }
}

/** Empties the folder of a test run that was cut off; the lock is ours already. */
async function clear(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name !== basename(lockFile(folder))) await rm(join(folder, name), { recursive: true, force: true })
}
