import { runInView } from '../tasks.ts'
import { withServices } from './with-services.ts'

/** `npm run backup -- --to FOLDER`, `npm run restore -- --from FOLDER` (infra/backup says more). */
export const archive = (command: 'backup' | 'restore', args: string[], signal: AbortSignal): Promise<number> =>
  withServices(command, signal, (env) => runInView('infra/backup/src/main.ts', [command, ...args], env, signal))
