import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readState, writePrivate } from '../../../scripts/lib/state.mjs'

const word = (bytes = 24): string => randomBytes(bytes).toString('base64url')

/** What each secret of one machine is made of. */
const makers = {
  /** Tells this state of the folder from one that was deleted. */
  instance: () => randomUUID(),
  superuserPassword: () => word(),
  migratorPassword: () => word(),
  appPassword: () => word(),
  platformPassword: () => word(),
  relayPassword: () => word(),
  redisPassword: () => word(),
  s3AccessKeyId: () => `local${randomBytes(8).toString('hex')}`,
  s3SecretAccessKey: () => word(30),
  resendApiKey: () => `re_${word()}`,
  resendWebhookSecret: () => `whsec_${randomBytes(24).toString('base64')}`,
  signingSecret: () => word(36),
  encryptionKeys: () => `local1:${randomBytes(32).toString('base64')}`,
}

export type Secrets = Record<keyof typeof makers, string>

/** Makes each secret once and keeps it: what was signed or encrypted yesterday must still be readable. */
export function loadSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  const known = (readState(file) ?? {}) as Partial<Secrets>
  const missing = Object.entries(makers).filter(([name]) => !known[name as keyof Secrets])
  const secrets = { ...known, ...Object.fromEntries(missing.map(([name, make]) => [name, make()])) } as Secrets
  if (missing.length > 0) writePrivate(file, JSON.stringify(secrets, null, 2))
  return secrets
}
