import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeDatabase, tenantRef } from '@residency/db'
import { createTestDatabase } from '@residency/db/testing'
import { AppError } from '@residency/domain/errors'
import { closeRedis, tenantKey } from '@residency/integrations/redis'
import { closeStorage, tenantStorage } from '@residency/integrations/storage'
import pg from 'pg'
import { memoryLimit, type probeHostileAudio } from '../hostile-audio/probe-hostile-audio.ts'
import { withInstallation } from '../support/installation.ts'
import { createReport, type Report, readOptions } from '../support/report.ts'
import { fingerprint } from './fingerprint.ts'
import { probeAccessibility } from './probe-accessibility.ts'
import { probeStreaming } from './probe-streaming.ts'
import { sweepRequests } from './sweep-requests.ts'
import { verbAttacks } from './verbs/index.ts'
import { type Planted, plant, roles } from './world.ts'

// npm run probe -- [--count 100000] [--json]: the isolation sweep. With --mutant NAME it breaks a scratch copy first, and must then find it.

const { json, count, mutant } = readOptions({ count: 100_000 })
const report = createReport(json)

interface Tally {
  tried: number
  failed: number
}
const fail = (tally: Tally, what: string): void => {
  tally.failed += 1
  if (tally.failed <= 5) report.say(`  FAILED: ${what}`)
}

/** Verbs in this process, as B with A's ids. */
async function probeVerbs(a: Planted, b: Planted, most: number): Promise<Tally> {
  const tally: Tally = { tried: 0, failed: 0 }
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < most) {
      const at = next
      next += 1
      const attack = verbAttacks[at % verbAttacks.length]
      const role = roles[Math.floor(at / verbAttacks.length) % roles.length]
      if (!attack || !role) continue
      tally.tried += 1
      try {
        const answer = JSON.stringify((await attack.run(b.members[role], a, b)) ?? null)
        if (attack.expect === 'absent') fail(tally, `${attack.verb} as ${role} let it through`)
        else if (answer.includes(a.secret) || answer.includes(a.canary)) fail(tally, `${attack.verb} as ${role} speaks of another tenant`)
      } catch (error) {
        if (!(error instanceof AppError)) fail(tally, `${attack.verb} as ${role}: ${String(error).slice(0, 200)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  return tally
}

/** Everything a person's browser can ask, and how often the door was full. */
async function probeRequests(port: number, a: Planted, b: Planted, most: number): Promise<Tally & { turnedAway: number }> {
  let told = 0
  return sweepRequests(port, a, b, most, {
    say: report.say,
    fail: (what) => {
      told += 1
      if (told <= 5) report.say(`  FAILED: ${what}`)
    },
  })
}

/** Object and cache keys of another tenant. `keys` are the two constructors, so that a mutant can stand in for them. */
async function probeKeys(a: Planted, b: Planted, most: number, keys = { cache: tenantKey, storage: tenantStorage }): Promise<Tally> {
  const tally: Tally = { tried: 0, failed: 0 }
  const storage = keys.storage(b.ref.tenantId)
  for (let at = 0; at < most; at += 1) {
    tally.tried += 1
    const parts = ['page', String(at % 97), 'en']
    if (keys.cache(a.ref.tenantId, ...parts) === keys.cache(b.ref.tenantId, ...parts)) fail(tally, 'two tenants share a cache key')
    if (at % 50 !== 0) continue
    const reached = await storage.head(a.objectKey).then(
      (found) => found !== null,
      () => false,
    )
    if (reached) fail(tally, 'an object of another tenant was reached')
  }
  return tally
}

const mutants = ['policy', 'prefix', 'scope'] as const

/** Breaks one lock on a scratch copy and probes it: the tally must show failures. */
async function runMutant(name: string): Promise<Tally> {
  const database = await createTestDatabase()
  try {
    const a = await plant(await database.createTenant())
    const b = await plant(await database.createTenant())
    if (name === 'policy') {
      for (const table of ['mix', 'page', 'media_item']) await database.asOwner(`drop policy tenant_lock on ${table}`)
      for (const table of ['mix', 'page', 'media_item'])
        await database.asOwner(`create policy open on ${table} to app using (true) with check (true)`)
      return await probeVerbs(a, b, verbAttacks.length * 2)
    }
    if (name === 'prefix') {
      const broken = {
        cache: (_tenantId: string, ...parts: (string | number)[]) => parts.join(':'),
        storage: () => tenantStorage(a.ref.tenantId),
      }
      return await probeKeys(a, b, 100, broken)
    }
    if (name === 'scope') {
      // A door that forgot to change the scope: B's people, still in A's transaction.
      const lost = {
        ...b,
        members: Object.fromEntries(
          roles.map((role) => [role, { ...b.members[role], ref: tenantRef('host', a.ref.tenantId) }]),
        ) as Planted['members'],
      }
      return await probeVerbs(a, lost, verbAttacks.length * 2)
    }
    throw new Error(`There is no mutant "${name}": ${mutants.join(', ')}`)
  } finally {
    await database.drop()
  }
}

async function provesItself(reporter: Report): Promise<number> {
  let missed = 0
  for (const name of mutants) {
    const code = await new Promise<number>((done) => {
      const child = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, '--mutant', name, '--json'], {
        env: process.env,
        stdio: ['ignore', 'ignore', 'ignore'],
      })
      child.once('close', (exit) => done(exit ?? 1))
    })
    // 1: the probe failed, as it must. Anything else: it let the mutant through, or could not run.
    if (code !== 1) missed += 1
    reporter.line({ name: `isolation.mutant.${name}`, tried: 1, failed: code === 1 ? 0 : 1 })
  }
  return missed
}

if (mutant) {
  const { failed } = await runMutant(mutant)
  closeRedis()
  closeStorage()
  process.exit(failed > 0 ? 1 : 0)
}

/** Files that mean harm, through what an upload goes through: none accepted, nobody called, little memory taken. */
async function probeFiles(): Promise<number> {
  report.say('hostile-audio …')
  const child = fork(new URL('../hostile-audio/probe-alone.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the probe of hostile files ended without an answer')))
  const [tally] = (await Promise.race([once(child, 'message'), ended])) as [Awaited<ReturnType<typeof probeHostileAudio>>]
  const { tried, failed, connections, mostToolBytes, ownGrowthBytes } = tally
  const mostBytes = Math.max(mostToolBytes, ownGrowthBytes)
  report.line({ name: 'hostile-audio.accepted', tried, failed })
  report.line({ name: 'hostile-audio.connections', tried, failed: connections })
  report.line({
    name: 'hostile-audio.memory',
    tried,
    failed: mostBytes < memoryLimit ? 0 : 1,
    mostMegabytes: Math.ceil(mostBytes / 1024 ** 2),
  })
  return failed + connections + (mostBytes < memoryLimit ? 0 : 1)
}

const failures = await withInstallation('probe', { programs: ['site'] }, async ({ services }) => {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL })
  await owner.connect()
  const asOwner = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
  const makeTenant = async (slug: string) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into tenant (slug, name, status) values ($1::citext, $1::text, 'active') returning id`,
      [slug],
    )
    return Object.freeze({ ...tenantRef('cli', rows[0]?.id ?? ''), slug })
  }
  const a = await plant(await makeTenant('probe-a'))
  const b = await plant(await makeTenant('probe-b'))
  // Apart: what is planted and ended there would not be A unchanged.
  const [c, d] = [await makeTenant('probe-c'), await makeTenant('probe-d')]
  const before = await fingerprint(asOwner, a.ref.tenantId)
  const part = (share: number) => Math.max(1, Math.floor(count * share))
  const sweeps: [string, () => Promise<Tally>][] = [
    ['isolation.requests', () => probeRequests(services.ports.site, a, b, part(0.3))],
    ['isolation.verbs', () => probeVerbs(a, b, part(0.4))],
    ['isolation.keys', () => probeKeys(a, b, part(0.3))],
    ['streaming.requests', () => probeStreaming(services.ports.site, c, d, part(0.1), report.say)],
  ]
  let failed = 0
  for (const [name, sweep] of sweeps) {
    report.say(`${name} …`)
    const tally = await sweep()
    failed += tally.failed
    report.line({ name, ...tally })
  }
  // Being there and being signed in is written down; nothing else of A's may have moved. A's owner was a visitor at B's door alone.
  const unchanged = (await fingerprint(asOwner, a.ref.tenantId)) === before
  report.line({ name: 'isolation.unchanged', tried: 1, failed: unchanged ? 0 : 1 })
  await owner.end()
  report.say('The probe proves itself …')
  const missed = await provesItself(report)
  const inaccessible = await probeAccessibility(report)
  const letIn = await probeFiles()
  await closeDatabase()
  closeRedis()
  closeStorage()
  return failed + (unchanged ? 0 : 1) + missed + inaccessible + letIn
})
process.exit(failures > 0 ? 1 : 0)
