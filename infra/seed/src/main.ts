import { parseArgs } from 'node:util'
import { closeDatabase } from '@residency/db'
import { endOwner } from '@residency/db/owner'
import { closeStorage } from '@residency/integrations/storage'
import { uploadQuietly } from './audio/upload/upload-quietly.ts'
import { demoAccounts, seedDemo, seedMany } from './index.ts'

const usage = `npm run seed                       the three demo tenants
npm run seed -- --tenants 100000   a large installation for measuring
npm run seed -- --audio            plays the demo's mixes and uploads them; --mixes 1 for the newest of each alone
npm run seed -- --demo             the demo also on a production database of another machine`

const say = (line: string) => console.log(line)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tenants: { type: 'string' },
      demo: { type: 'boolean', default: false },
      accounts: { type: 'boolean', default: false },
      audio: { type: 'boolean', default: false },
      mixes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return say(usage)
  if (values.tenants !== undefined) {
    const tenants = Number(values.tenants)
    if (!Number.isInteger(tenants) || tenants < 1 || tenants > 999_999) throw new Error('--tenants takes a whole number from 1 to 999999')
    const { made, milliseconds } = await seedMany({ tenants, demo: values.demo, log: say })
    return say(`${made.toLocaleString('en')} tenants made in ${(milliseconds / 1000).toFixed(1)} s`)
  }
  if (values.audio) {
    const mixes = values.mixes === undefined ? undefined : Number(values.mixes)
    if (mixes !== undefined && !(Number.isInteger(mixes) && mixes > 0)) throw new Error('--mixes takes a whole number from 1')
    return say(await uploadQuietly({ mixes, demo: values.demo, log: say }))
  }
  const { made, pictures } = await seedDemo({ demo: values.demo, log: say })
  if (values.accounts)
    for (const { who, role, address, email, password, totp } of demoAccounts())
      say([address, role, who, email, password, totp].filter(Boolean).join('  '))
  say(made.length > 0 ? `${made.join(', ')}: ready, ${pictures} pictures drawn` : 'nothing to do')
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await endOwner()
  await closeDatabase()
  closeStorage()
}
