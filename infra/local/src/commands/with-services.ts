import { progress } from '../../../../scripts/lib/progress.mjs'
import { lockHolder, readState } from '../../../../scripts/lib/state.mjs'
import { openInstallation } from '../installation.ts'
import { localFolder, lockFile, servicesFile } from '../paths.ts'
import { turbo } from '../tasks.ts'

/** Runs `work` with the environment of the installation that runs here, or of one whose services are up for as long as it takes. */
export async function withServices(
  command: string,
  signal: AbortSignal,
  work: (env: NodeJS.ProcessEnv) => Promise<number>,
): Promise<number> {
  if (lockHolder(lockFile(localFolder))) {
    const services = readState(servicesFile(localFolder)) as { env?: Record<string, string> } | null
    await progress.step('Database client', (report) => turbo('generate', { folder: localFolder, env: process.env, signal }, report), String)
    return work({ ...process.env, ...services?.env })
  }
  const installation = await openInstallation({ folder: localFolder, mode: 'production', command, programs: [], signal })
  try {
    return await work({ ...process.env, ...installation.services.env })
  } finally {
    await installation.stop()
  }
}
