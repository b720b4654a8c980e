import { join } from 'node:path'
import { type ManagedProcess, startProcess } from './machine/managed-process.ts'
import { root } from './paths.ts'
import type { Services } from './services.ts'
import { quietEnv } from './tasks.ts'

/**
 * Plays the demo mixes and uploads them, behind the sites that are up already: a start does not wait for it, and its end, good or bad,
 * is nobody's alarm. What it says is in logs/demo-audio.log; the next start goes on where this one ends.
 */
export function startDemoAudio(folder: string, services: Services): ManagedProcess {
  // It comes in by the same door as a DJ: the owner's key is not for it.
  const { DATABASE_OWNER_URL: _owner, ...serving } = services.env
  return startProcess(folder, {
    name: 'demo-audio',
    command: process.execPath,
    args: ['--import', 'tsx', join(root, 'infra/seed/src/main.ts'), '--audio'],
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...quietEnv, ...serving, SERVICE_NAME: 'demo-audio' },
    stopTimeoutMs: 5_000,
  })
}
