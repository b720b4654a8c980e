import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../../..')
/** Everything of one machine: data, ports, secrets, logs. `npm run reset` empties it. */
export const localFolder = join(root, '.local')
/** The instance that tests start, so that they never touch what `npm start` serves. */
export const testFolder = join(localFolder, 'test')

export const lockFile = (folder: string): string => join(folder, 'run.lock')
export const logFolder = (folder: string): string => join(folder, 'logs')
export const servicesFile = (folder: string): string => join(folder, 'services.json')

/**
 * Where Postgres keeps its data when its user can't enter the checkout (root's home is closed to others). Named after the checkout's
 * path, so that two checkouts keep apart.
 */
export const outsideFolder = (folder: string): string =>
  join('/var/lib', `local-services-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
