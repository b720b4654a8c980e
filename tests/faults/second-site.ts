import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { ask } from '../support/ask.ts'
import type { FaultContext } from './world.ts'
import { sleep } from './world.ts'

const main = new URL('../../apps/tenant-site/server/main.ts', import.meta.url).pathname
const patienceMs = 60_000

export interface SecondSite {
  port: number
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Another process of the site beside the installation's, on the same services: what a second machine would be. */
export async function startSecondSite({ installation }: FaultContext): Promise<SecondSite> {
  const port = await freePort()
  const env = {
    ...process.env,
    ...installation.services.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    METRICS_PORT: '0',
    LOG_LEVEL: 'silent',
  }
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: 'ignore' })
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  for (const until = Date.now() + patienceMs; Date.now() < until && child.exitCode === null; await sleep(100)) {
    const answer = await ask(port, '/readyz', { host: 'localhost' }).catch(() => null)
    if (answer?.status === 200) return { port, stop }
  }
  await stop()
  throw new Error('the second process of the site was not ready')
}
