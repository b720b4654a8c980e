import { join } from 'node:path'
import { writePrivate } from '../../../scripts/lib/state.mjs'
import { servicesFile } from './paths.ts'

/** Every address and credential of the local services: what design.md promises to programs, in `.local/services.json`. */
export interface ServiceAddresses {
  postgres: { local: boolean; urls: Record<string, string>; superuserUrl?: string }
  redis: { local: boolean; url: string; cacheUrl: string }
  objectStore: { local: boolean; endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string }
  mail: { local: boolean; url: string; apiKey: string; webhookSecret: string }
}

/** Writes it for its owner alone, with the same as a file of variables: `node --env-file=.local/env`. */
export function writeServices(folder: string, addresses: object, env: Record<string, string>): void {
  writePrivate(servicesFile(folder), `${JSON.stringify({ pid: process.pid, ...addresses, env }, null, 2)}\n`)
  const lines = Object.entries(env).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  writePrivate(join(folder, 'env'), `${lines.join('\n')}\n`)
}
