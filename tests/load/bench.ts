import { parseArgs } from 'node:util'
import { closeDatabase } from '@residency/db'
import { endOwner } from '@residency/db/owner'
import { closeRedis } from '@residency/integrations/redis'
import { closeStorage } from '@residency/integrations/storage'
import pg from 'pg'
import { withInstallation } from '../support/installation.ts'
import { createReport } from '../support/report.ts'
import type { Benchmark } from './benchmark.ts'
import { dataHomeRls } from './data-home-rls.ts'
import { hostResolve } from './host-resolve.ts'
import { lighthouseHome } from './lighthouse.ts'
import { mediaEncode } from './media-encode.ts'
import { mediaFirstPlay } from './media-first-play.ts'
import { pageHomeCached } from './page-home-cached.ts'
import { pageHomeRendered } from './page-home-rendered.ts'
import { playerFirstSound } from './player-first-sound.ts'
import { playsIngest } from './plays-ingest.ts'
import { scriptEmbed } from './script-embed.ts'
import { scriptHome } from './script-home.ts'
import { streamSegment } from './stream-segment.ts'
import { uploadCut } from './upload-cut.ts'

// npm run bench -- [--json] [--only name,name] [--tenants 100000] [--lighthouse 5]: figures, never a verdict. The machine's are its own;
// what is comparable between machines is the ratio to the same work done bare, in the same run.

// host.resolve comes last: its tenants would burden what the others measure.
const benchmarks: Benchmark[] = [
  pageHomeCached,
  pageHomeRendered,
  dataHomeRls,
  scriptHome,
  scriptEmbed,
  lighthouseHome,
  streamSegment,
  playerFirstSound,
  playsIngest,
  uploadCut,
  mediaFirstPlay,
  mediaEncode,
  hostResolve,
]

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    tenants: { type: 'string', default: '100000' },
    lighthouse: { type: 'string', default: '5' },
  },
})
const wholeNumber = (option: string, text: string, most: number): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`--${option} takes a whole number from 1 to ${most}`)
  return number
}
const tenants = wholeNumber('tenants', values.tenants, 1_000_000)
const lighthouseRuns = wholeNumber('lighthouse', values.lighthouse, 25)
const names = benchmarks.map(({ name }) => name)
const wanted = values.only?.split(',') ?? names
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) throw new Error(`There is no benchmark "${unknown.join(', ')}": ${names.join(', ')}`)

const report = createReport(values.json)
await withInstallation('bench', { programs: ['site'], seed: true }, async (installation) => {
  const owner = new pg.Client({ connectionString: installation.services.env.DATABASE_OWNER_URL })
  await owner.connect()
  try {
    for (const { name, run } of benchmarks.filter((benchmark) => wanted.includes(benchmark.name))) {
      report.say(`${name} …`)
      const figures = await run({ installation, owner, say: report.say, tenants, lighthouseRuns })
      for (const { name, value, unit, floor, ratio } of figures) report.line({ name, value, unit, floor, ratio })
    }
  } finally {
    await owner.end()
    await endOwner()
    await closeDatabase()
    closeRedis()
    closeStorage()
  }
})
process.exit(0)
