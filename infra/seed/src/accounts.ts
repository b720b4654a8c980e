import { createHash } from 'node:crypto'
import * as connect from './content/connect/people.ts'
import * as danny from './content/danny/people.ts'
import * as hathor from './content/hathor/people.ts'
import type { DemoRole } from './content/types.ts'

export interface DemoAccount {
  /** Who they are, to be read beside the address. */
  who: string
  role: DemoRole | 'operator'
  /** Where they sign in. */
  address: string
  email: string
  password: string
  /** Secret of the second factor as one types it into an authenticator app; the operator's alone. */
  totp?: string
}

export interface DemoAddresses {
  site: (slug: string) => string
  platform: string
}

export const demoOperator = { name: 'Olive Ledger', email: 'operator@operators.example', password: 'count every penny twice over' } as const

/** 20 bytes that everybody knows: the operator who has them is made on a local database alone. */
export const demoTotpBytes: Uint8Array = createHash('sha1').update('the second factor of the demonstration').digest()

/** For the table at the end of a start, on a machine where nothing is generated yet: this file imports no database. */

/** Everybody who can sign in after the demo seed, crew before fans. */
export function demoAccounts(addresses: DemoAddresses = addressesFrom(process.env)): DemoAccount[] {
  const people = [danny, hathor, connect].flatMap((tenant) =>
    tenant.people.map(({ name, role, email }) => ({
      who: `${name} (${tenant.name})`,
      role,
      address: addresses.site(tenant.slug),
      email,
      password: tenant.password,
    })),
  )
  return [
    ...people,
    {
      who: demoOperator.name,
      role: 'operator',
      address: addresses.platform,
      email: demoOperator.email,
      password: demoOperator.password,
      totp: base32(demoTotpBytes),
    },
  ]
}

/** Addresses as the environment of the application's processes makes them. */
export function addressesFrom(env: NodeJS.ProcessEnv): DemoAddresses {
  const protocol = env.PUBLIC_PROTOCOL || 'http'
  const at = (port: string | undefined) => (port ? `:${port}` : '')
  return {
    site: (slug) => `${protocol}://${slug}.${env.TENANT_PARENT_DOMAIN || 'localhost'}${at(env.PUBLIC_PORT)}`,
    platform: `${protocol}://${env.PLATFORM_DOMAIN || 'localhost'}${at(env.PLATFORM_PUBLIC_PORT)}`,
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, in groups of four. */
function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  const text = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
