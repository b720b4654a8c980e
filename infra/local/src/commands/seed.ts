import { progress } from '../../../../scripts/lib/progress.mjs'
import { localFolder } from '../paths.ts'
import { runScript } from '../tasks.ts'
import { withServices } from './with-services.ts'

/** `npm run seed -- [--tenants 100000]`: the demo tenants, and as many more as are asked for. */
export const seed = (args: string[], signal: AbortSignal): Promise<number> =>
  withServices('seed', signal, async (env) => {
    await progress.step('Seeding', (report) =>
      runScript('seed', 'infra/seed/src/main.ts', args, { folder: localFolder, env, signal }, report),
    )
    return 0
  })
