import { progress } from '../../../../scripts/lib/progress.mjs'
import { lockHolder, readState } from '../../../../scripts/lib/state.mjs'
import { type Installation, openInstallation } from '../installation.ts'
import { localFolder, lockFile, servicesFile } from '../paths.ts'
import { runScript, turbo } from '../tasks.ts'

/** `npm run seed -- [--tenants 100000]`: into the installation that runs, or one brought up for as long as it takes. */
export async function seed(args: string[], signal: AbortSignal): Promise<number> {
  const holder = lockHolder(lockFile(localFolder))
  let installation: Installation | undefined
  let env: Record<string, string>
  if (holder) {
    env = (readState(servicesFile(localFolder)) as { env?: Record<string, string> } | null)?.env ?? {}
    await progress.step('Database client', (report) => turbo('generate', { folder: localFolder, env: process.env, signal }, report), String)
  } else {
    installation = await openInstallation({ folder: localFolder, mode: 'production', command: 'seed', programs: [], signal })
    env = installation.services.env
  }
  try {
    await progress.step('Seeding', (report) =>
      runScript('seed', 'infra/seed/src/index.ts', args, { folder: localFolder, env: { ...process.env, ...env }, signal }, report),
    )
  } finally {
    await installation?.stop()
  }
  return 0
}
