import { parseArgs } from 'node:util'
import { closeDatabase } from '@residency/db'
import { closeStorage } from '@residency/integrations/storage'
import { createBackup } from './create-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const usage = `Usage:
  npm run backup  -- --to FOLDER [--tenant SLUG]        save everything, or one tenant
  npm run restore -- --from FOLDER [--replace]          bring a backup back`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(command: string | undefined, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { to: { type: 'string' }, from: { type: 'string' }, tenant: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  if (command === 'backup' && values.to) {
    await createBackup({ folder: values.to, tenant: values.tenant, onProgress: say })
  } else if (command === 'restore' && values.from) {
    const { contestedHosts } = await restoreBackup({ folder: values.from, replace: values.replace, onProgress: say })
    if (contestedHosts.length > 0) say(`Another tenant has these host names now; prove them again: ${contestedHosts.join(', ')}`)
  } else {
    say(usage)
    process.exitCode = 2
  }
}

const [command, ...args] = process.argv.slice(2)
try {
  await main(command, args)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await closeDatabase()
  closeStorage()
}
