import { type Fault, type FaultContext, pidOf, sharedPages, sleep, slugs, type Tally, visit } from './world.ts'

const programs = ['site', 'worker'] as const
const goneMs = 3_000
const patienceMs = 30_000

async function run(context: FaultContext): Promise<Tally[]> {
  const { postgres } = context.installation.services.processes
  if (!postgres) throw new Error('Postgres is not one of ours: it can’t be stopped')
  const [cached, alive, back] = [
    context.tally('postgres.restarted.cached'),
    context.tally('postgres.restarted.alive'),
    context.tally('postgres.restarted.back'),
  ]
  const before = programs.map(pidOf)
  for (const slug of slugs) for (const path of sharedPages) await visit(context, slug, path)
  await postgres.stop()
  try {
    for (const until = Date.now() + goneMs; Date.now() < until; await sleep(50))
      for (const slug of slugs)
        for (const path of sharedPages) {
          const { status } = await visit(context, slug, path)
          cached.check(status === 200, `${slug}${path} answered ${status} while Postgres was away`)
        }
  } finally {
    await postgres.start()
  }
  const since = Date.now()
  let status = 0
  for (let at = 0; status !== 200 && Date.now() - since < patienceMs; at += 1) {
    // Asked in a way that nobody has asked before: it can only come from Postgres.
    ;({ status } = await visit(context, 'danny', `/mixes?q=back${at}`))
    if (status !== 200) await sleep(50)
  }
  back.check(status === 200, `a fresh page still answered ${status} after ${patienceMs / 1000} s`)
  back.more.seconds = (Date.now() - since) / 1000
  const after = programs.map(pidOf)
  for (const [at, name] of programs.entries()) alive.check(before[at] !== undefined && before[at] === after[at], `${name} died`)
  return [cached, alive, back]
}

export const postgresRestarted: Fault = { name: 'postgres.restarted', run }
