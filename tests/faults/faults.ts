import { parseArgs } from 'node:util'
import { closeDatabase } from '@residency/db'
import { closeRedis } from '@residency/integrations/redis'
import { closeStorage } from '@residency/integrations/storage'
import pg from 'pg'
import { withInstallation } from '../support/installation.ts'
import { createReport } from '../support/report.ts'
import { changeSeen } from './change-seen.ts'
import { encoderKilled } from './encoder-killed.ts'
import { noisyTenant } from './noisy-tenant.ts'
import { postgresRestarted } from './postgres-restarted.ts'
import { redisGone } from './redis-gone.ts'
import { rollupKilled } from './rollup-killed.ts'
import { workerKilled } from './worker-killed.ts'
import { type Fault, installationName, Tally } from './world.ts'

// npm run faults -- [--json] [--only name,name] [--away 60]: what still works while a part is gone. How long things took is printed, never judged.

const faults: Fault[] = [noisyTenant, changeSeen, redisGone, workerKilled, encoderKilled, rollupKilled, postgresRestarted]

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' }, away: { type: 'string', default: '60' } },
})
const away = Number(values.away)
if (!Number.isInteger(away) || away < 1 || away > 600) throw new Error('--away takes whole seconds from 1 to 600')
const names = faults.map(({ name }) => name)
const wanted = values.only?.split(',') ?? names
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) throw new Error(`There is no fault "${unknown.join(', ')}": ${names.join(', ')}`)

const report = createReport(values.json)
const failed = await withInstallation(installationName, { programs: ['site', 'worker'], seed: true }, async (installation) => {
  // A restart of Postgres must not end this process either: a connection for each fault.
  let failures = 0
  for (const fault of faults.filter(({ name }) => wanted.includes(name))) {
    report.say(`${fault.name} …`)
    const owner = new pg.Client({ connectionString: installation.services.env.DATABASE_OWNER_URL })
    owner.on('error', () => undefined)
    await owner.connect()
    const tally = (name: string) => new Tally(name, report.say)
    try {
      for (const each of await fault.run({ installation, owner, say: report.say, awayMs: away * 1000, tally })) {
        failures += each.failed
        report.line(each.line())
      }
    } catch (error) {
      const broken = tally(fault.name)
      broken.check(false, String(error))
      failures += 1
      report.line(broken.line())
    } finally {
      await owner.end().catch(() => undefined)
    }
  }
  await closeDatabase()
  closeRedis()
  closeStorage()
  return failures
})
process.exit(failed > 0 ? 1 : 0)
