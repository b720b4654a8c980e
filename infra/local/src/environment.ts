import { envSchema } from '@residency/config'
import type { Environment } from './outside-services.ts'
import type { Secrets } from './secrets.ts'

export interface SitePorts {
  site: number
  platform: number
}

/**
 * The application's environment on one machine, complete. What is given from outside wins over what is made here; the addresses of the
 * services, which were started or taken over just now, win over both.
 */
export function composeEnv(
  given: Environment,
  services: Record<string, string>,
  secrets: Secrets,
  ports: SitePorts,
): Record<string, string> {
  const made: Record<string, string> = {
    PUBLIC_PROTOCOL: 'http',
    PUBLIC_PORT: String(ports.site),
    PLATFORM_PUBLIC_PORT: String(ports.platform),
    // The front page shows the demo tenants; one that is not there is left out.
    PLATFORM_SHOWCASE: 'danny,hathor,connect',
    SIGNING_SECRET: secrets.signingSecret,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
  }
  const known = Object.keys(envSchema.shape).filter((name) => given[name])
  const wanted = Object.fromEntries(known.map((name) => [name, given[name] ?? '']))
  return { ...made, ...wanted, ...services, PORT: String(ports.site), PLATFORM_PORT: String(ports.platform) }
}
