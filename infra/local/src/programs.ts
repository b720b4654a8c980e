import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { progress } from '../../../scripts/lib/progress.mjs'
import { type ManagedProcess, startProcess, waitUntil } from './machine/managed-process.ts'
import { type Supervised, supervise, type Watcher } from './machine/supervise.ts'
import type { Step } from './parts.ts'
import { root } from './paths.ts'
import type { Services } from './services.ts'
import { quietEnv } from './tasks.ts'

export type Mode = 'production' | 'development' | 'test'
export type ProgramName = 'site' | 'platform' | 'worker'

interface Program {
  file: string
  label: string
  /** The port that answers /readyz. */
  port(ports: Services['ports']): number
  metricsPort(ports: Services['ports']): number
}

const programs: Record<ProgramName, Program> = {
  site: {
    file: 'apps/tenant-site/server/main.ts',
    label: 'Tenant sites',
    port: (ports) => ports.site,
    metricsPort: (ports) => ports.siteMetrics,
  },
  platform: {
    file: 'apps/platform/server/main.ts',
    label: 'Platform',
    port: (ports) => ports.platform,
    metricsPort: (ports) => ports.platformMetrics,
  },
  worker: {
    file: 'packages/jobs/src/worker.ts',
    label: 'Worker',
    port: (ports) => ports.workerMetrics,
    metricsPort: (ports) => ports.workerMetrics,
  },
}

export interface ProgramOptions {
  folder: string
  mode: Mode
  services: Services
  watcher: Watcher
  step?: Step
  names?: ProgramName[]
  /** Given while they start, it ends them. */
  signal?: AbortSignal
}

/**
 * What a reload of the process is for; everything that is drawn in the browser is reloaded by Vite. Named, and not taken from what is
 * imported: Vite writes and imports a new file at each start.
 */
const serverSources = ['config', 'db', 'domain', 'edge', 'emails', 'integrations', 'jobs']

/** Longer than a server takes to drain (config's limits.drainMs). */
const stopTimeoutMs = 15_000
const readyTimeoutMs = 90_000

/** Starts the application's processes and waits until each says that it is ready. */
export async function startPrograms({
  folder,
  mode,
  services,
  watcher,
  step = progress.step,
  names = ['site', 'platform', 'worker'],
  signal,
}: ProgramOptions): Promise<Supervised[]> {
  const started: Supervised[] = []
  const results = await Promise.allSettled(
    names.map(async (name) => {
      const { label, port } = programs[name]
      const launch = () => startProgram(name, folder, mode, services, signal)
      started.push(
        await step(
          label,
          () => supervise(name, launch, watcher),
          () => (name === 'worker' ? '' : `port ${port(services.ports)}`),
        ),
      )
    }),
  )
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    await Promise.all(started.map((program) => program.stop()))
    throw result.reason
  }
  return started
}

async function startProgram(
  name: ProgramName,
  folder: string,
  mode: Mode,
  services: Services,
  signal?: AbortSignal,
): Promise<ManagedProcess> {
  const { file, port, metricsPort } = programs[name]
  // What serves must not hold the owner's key to the database.
  const { DATABASE_OWNER_URL: _owner, ...serving } = services.env
  const watched = [...serverSources.map((name) => `packages/${name}/src`), dirname(file)]
  const watch =
    mode === 'development' ? ['--watch', '--watch-preserve-output', ...watched.map((folder) => `--watch-path=${join(root, folder)}`)] : []
  const started = startProcess(folder, {
    name,
    command: process.execPath,
    args: [...watch, '--enable-source-maps', '--import', 'tsx', join(root, file)],
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...quietEnv,
      ...serving,
      NODE_ENV: mode,
      SERVICE_NAME: name,
      METRICS_PORT: String(metricsPort(services.ports)),
    },
    stopTimeoutMs,
  })
  try {
    await waitUntil(started, () => isReady(port(services.ports)), { timeoutMs: readyTimeoutMs, signal })
  } catch (error) {
    await started.stop()
    throw error
  }
  return started
}

const isReady = async (port: number): Promise<boolean> => (await statusOf(port, '/readyz')) === 200

/** Asks a server of this machine as a browser would that knows it by `host` (Node itself does not resolve *.localhost). */
export function statusOf(port: number, path: string, host = 'localhost', timeoutMs = 10_000): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, headers: { host: `${host}:${port}` }, timeout: timeoutMs }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    call.once('timeout', () => call.destroy(new Error('no answer')))
    call.once('error', reject)
    call.end()
  })
}
