import { relative } from 'node:path'
import { progress } from '../../../../scripts/lib/progress.mjs'
import type { SitePorts } from '../environment.ts'
import { localFolder, logFolder, root, servicesFile } from '../paths.ts'
import type { Services } from '../services.ts'

/** Somebody who may sign in to the demo (infra/seed). `tenant` is a slug; null for an operator of the platform. */
export interface DemoAccount {
  tenant: string | null
  role: string
  email: string
  password: string
}

type Row = readonly string[]

/** Rows under each other, each column as wide as its widest entry. */
function alignColumns(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
}

/** The end of a start: where everything is and who may sign in. */
export function printWelcome(services: Services, ports: SitePorts, accounts: readonly DemoAccount[], took: string): void {
  const tenants = [...new Set(accounts.flatMap(({ tenant }) => (tenant ? [tenant] : [])))]
  const addresses: Row[] = [
    ...tenants.map(
      (slug): Row => [slug, `http://${slug}.localhost:${ports.site}`, `studio: http://${slug}.localhost:${ports.site}/studio`],
    ),
    ['platform', `http://localhost:${ports.platform}`, ''],
    ...(services.addresses.mail.local ? [['mail outbox', services.addresses.mail.url, 'everything the sites send']] : []),
  ]
  const lines = [
    '',
    ...alignColumns(addresses),
    '',
    ...alignColumns([
      ['sign in at', 'as', 'e-mail', 'password'],
      ...accounts.map(({ tenant, role, email, password }) => [tenant ?? 'platform', role, email, password]),
    ]),
    '',
    `Ready in ${took}. Ctrl-C ends it. Logs: ${relative(root, logFolder(localFolder))}/, addresses and credentials: ${relative(root, servicesFile(localFolder))}`,
  ]
  for (const line of lines) progress.say(line)
}
