import { relative } from 'node:path'
import { addressesFrom, type DemoAccount, demoAccounts } from '@residency/seed/accounts'
import { progress } from '../../../../scripts/lib/progress.mjs'
import { localFolder, logFolder, root, servicesFile } from '../paths.ts'
import type { Services } from '../services.ts'

type Row = readonly string[]

/** Rows under each other, each column as wide as its widest entry. */
function alignColumns(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
}

/** The accounts of one address: all of the crew, and one of the fans for all. What repeats is said once. */
function rowsOf(accounts: DemoAccount[]): Row[] {
  const fans = accounts.filter(({ role }) => role === 'fan')
  const shown = accounts.filter((account) => account.role !== 'fan' || account === fans[0])
  const rows = shown.map(({ address, email, role, password }, index): Row => {
    const kind = role === 'fan' && fans.length > 1 ? `fan, one of ${fans.length}` : role
    return [index === 0 ? address : '', email, kind, index === 0 ? password : '"']
  })
  const secret = accounts.find(({ totp }) => totp)?.totp
  return secret ? [...rows, ['', 'second factor, for an authenticator app', '', secret]] : rows
}

/** The end of a start: where everything is and who may sign in. */
export function printWelcome({ addresses, env }: Services, took: string): void {
  const accounts = demoAccounts(addressesFrom(env))
  const places = [...new Set(accounts.map(({ address }) => address))]
  const rows: Row[] = [
    ['Address', 'Sign in as', 'Role', 'Password'],
    ...places.flatMap((place) => rowsOf(accounts.filter(({ address }) => address === place))),
  ]
  if (addresses.mail.local) rows.push([addresses.mail.url, 'mail outbox: what the sites send', '', ''])
  const files = `Logs: ${relative(root, logFolder(localFolder))}/   Addresses and credentials: ${relative(root, servicesFile(localFolder))}`
  for (const line of ['', ...alignColumns(rows), '', files, `Ready in ${took}. Ctrl-C ends it.`]) progress.say(line)
}
