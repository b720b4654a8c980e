import autocannon from 'autocannon'
import { type Fault, type FaultContext, type Tally, visit } from './world.ts'

const seconds = 10
const connections = 48

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}

/** Somebody who looks around at the quiet tenant, by pages that have to be made and by pages that are stored. */
async function lookAround(context: FaultContext, tally: Tally, word: string): Promise<number[]> {
  const taken: number[] = []
  const until = Date.now() + seconds * 1000
  for (let at = 0; Date.now() < until; at += 1) {
    const path = at % 4 === 3 ? '/' : `/mixes?q=${word}${at}`
    const started = performance.now()
    const { status } = await visit(context, 'hathor', path)
    taken.push(performance.now() - started)
    tally.check(status === 200, `hathor${path} answered ${status}`)
  }
  return taken
}

/** Requests to one tenant that no cache can answer, from a thread of their own. */
function flood({ installation }: FaultContext) {
  const port = installation.services.ports.site
  return autocannon({
    url: `http://127.0.0.1:${port}/mixes?q=[<id>]`,
    idReplacement: true,
    connections,
    duration: seconds + 1,
    workers: 1,
    headers: { host: `danny.localhost:${port}` },
  })
}

async function run(context: FaultContext): Promise<Tally[]> {
  const tally = context.tally('tenant.noisy')
  // What a first visit costs is not what is compared.
  for (let at = 0; at < 20; at += 1) await visit(context, 'hathor', `/mixes?q=warm${at}`)
  const alone = p95(await lookAround(context, tally, 'alone'))
  const noise = flood(context)
  const beside = p95(await lookAround(context, tally, 'beside'))
  const { requests } = await noise
  tally.more = {
    p95AloneMs: Math.round(alone * 10) / 10,
    p95BesideMs: Math.round(beside * 10) / 10,
    ratio: Math.round((beside / alone) * 100) / 100,
    noiseASecond: Math.round(requests.average),
  }
  return [tally]
}

export const noisyTenant: Fault = { name: 'tenant.noisy', run }
