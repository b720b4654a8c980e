import { join } from 'node:path'
import { logger } from '@residency/config'
import { type Installation, type InstallationOptions, localFolder, openInstallation, root } from '@residency/local'
import { explain, Problem } from '../../scripts/lib/problem.mjs'
import { progress } from '../../scripts/lib/progress.mjs'

/** An installation of its own for a bench, a probe or a fault: nothing of it is shared with `npm start`, and it is gone afterwards. */
export async function withInstallation<T>(
  name: string,
  options: Pick<InstallationOptions, 'programs' | 'seed'>,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const stopping = new AbortController()
  const stop = () => stopping.abort(new Error('stopped'))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const installation = await openInstallation({
    folder: join(localFolder, name),
    mode: 'production',
    command: name,
    ephemeral: true,
    signal: stopping.signal,
    ...options,
  }).catch((error: unknown) => {
    const known = explain(error, root)
    if (!(known instanceof Problem)) throw error
    // What its reader can mend is one line, as in every other command.
    progress.fail(known.message)
    process.exit(1)
  })
  try {
    Object.assign(process.env, installation.services.env, { LOG_LEVEL: 'silent' })
    // Made when it was imported. Its lines would stand between the tool's own on stdout.
    logger.level = 'silent'
    return await work(installation)
  } finally {
    await installation.stop()
  }
}
