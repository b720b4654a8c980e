import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { progress } from '../../../scripts/lib/progress.mjs'
import { readState, writePrivate } from '../../../scripts/lib/state.mjs'
import type { SitePorts } from './environment.ts'
import type { Supervised, Watcher } from './machine/supervise.ts'
import type { Environment } from './outside-services.ts'
import type { Step } from './parts.ts'
import { root } from './paths.ts'
import { type Mode, type ProgramName, startPrograms } from './programs.ts'
import { type Services, startServices } from './services.ts'
import { runScript, type TaskContext, turbo } from './tasks.ts'

export interface InstallationOptions {
  folder: string
  mode: Mode
  /** The command this runs for. */
  command: string
  ephemeral?: boolean
  given?: Environment
  sites?: SitePorts
  /** Seeds the demo tenants, unless they stand already. */
  seed?: boolean
  /** Which of the application's processes run; none need no build. */
  programs?: ProgramName[]
  watcher?: Watcher
  signal?: AbortSignal
  step?: Step
}

/** A whole installation on this machine: services, schema, data and processes. */
export interface Installation {
  services: Services
  programs: Supervised[]
  stop(): Promise<void>
  kill(): void
}

const silent: Watcher = { onDeath: () => undefined, onGivenUp: () => undefined }

/**
 * Brings one up, what can overlap at the same time: services beside the generated client, the demo data beside the build.
 * When it fails or the signal is given, everything that was started is ended before it throws.
 */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const { folder, mode, signal, step = progress.step, watcher = silent, programs: names = ['site', 'platform', 'worker'] } = options
  const programs: Supervised[] = []
  const failing = new AbortController()
  const context: TaskContext = { folder, env: process.env, signal: signal ? AbortSignal.any([signal, failing.signal]) : failing.signal }
  const services = startServices({ ...options, step, watcher })
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map((program) => program.stop()))
    await (await services).stop()
  }
  try {
    const generated = step('Database client', (report) => turbo('generate', context, report), String)
    const migrated = services.then((started) => step('Migrations', () => started.migrate(), describeMigrations))
    const built =
      mode !== 'development' && names.length > 0
        ? generated.then(() => step('Build', (report) => turbo('build', context, report), String))
        : generated
    const seeded = options.seed ? Promise.all([generated, migrated]).then(async () => seedOnce(await services, context, step)) : migrated
    await allOrNone([services, generated, migrated, built, seeded], () => failing.abort(new Error('another step failed')))
    signal?.throwIfAborted()
    if (names.length > 0) programs.push(...(await startPrograms({ folder, mode, services: await services, watcher, step, names, signal })))
    signal?.throwIfAborted()
    const running = await services
    return {
      services: running,
      programs,
      stop,
      kill: () => {
        for (const program of programs) program.kill()
        running.kill()
      },
    }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}

/** Waits for all of them. The first failure ends the others, and is the one thrown. */
async function allOrNone(work: Promise<unknown>[], endOthers: () => void): Promise<void> {
  let first: { error: unknown } | undefined
  const watched = work.map((part) =>
    part.catch((error: unknown) => {
      first ??= { error }
      endOthers()
    }),
  )
  await Promise.all(watched)
  if (first) throw first.error
}

const describeMigrations = (names: string[]): string => (names.length > 0 ? `${names.length} applied` : 'up to date')

/**
 * Makes the demo data, unless this database has had it from the same sources: then there is nothing to do, and starting is quicker.
 * A database on another machine is never given it unasked: its accounts have passwords that everybody knows.
 */
export async function seedOnce(services: Services, context: TaskContext, step: Step): Promise<void> {
  const file = join(context.folder, 'seeded.json')
  const database = services.addresses.postgres.urls.DATABASE_URL ?? ''
  const { hostname } = new URL(database)
  if (!localHosts.has(hostname)) {
    services.notices.push(`The database is on ${hostname}: no demo tenants were made there. If they are meant: npm run seed -- --demo`)
    return
  }
  const state = { source: hashFolder(join(root, 'infra/seed')), database }
  const known = readState(file) as Partial<typeof state> | null
  if (known?.source === state.source && known.database === state.database) return
  await step('Demo tenants', (report) =>
    runScript('seed', 'infra/seed/src/main.ts', [], { ...context, env: { ...context.env, ...services.env } }, report),
  )
  writePrivate(file, JSON.stringify(state))
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

function hashFolder(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(readFileSync(file))
  return hash.digest('hex')
}
