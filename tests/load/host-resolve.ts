import { logger } from '@residency/config'
import { type ResolvedHost, resolveHost } from '@residency/db'
import { redisDirectory, type SharedDirectory, TenantDirectory } from '@residency/edge/hosts'
import { seedMany } from '@residency/seed'
import { type BenchContext, type Benchmark, type Figure, median, quantile, round } from './benchmark.ts'

const rounds = 5
const lookups = 2_000_000
const coldLookups = 2_000
/** Before they count: connections are opened, statements prepared. */
const warmUps = 200

const nothingShared: SharedDirectory = {
  get: async () => null,
  put: async () => undefined,
  revisionOf: async () => null,
  announce: async () => undefined,
}

async function run({ owner, say, tenants }: BenchContext): Promise<Figure[]> {
  await seedMany({ tenants, log: say, demo: true })
  const { rows } = await owner.query<ResolvedHost>(
    `select id as "tenantId", slug::text, name, status::text, locale, currency, time_zone as "timeZone", revision, null as "primaryHost"
     from tenant where slug ~ '^t[0-9]{6}$' limit $1`,
    [tenants],
  )
  return [await warm(rows), await cold(rows)]
}

const hostOf = ({ slug }: ResolvedHost): string => `${slug}.localhost`

/** Memory knows every tenant; Host headers come in no order. */
async function warm(rows: ResolvedHost[]): Promise<Figure> {
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  const lookUp: typeof resolveHost = async (input) => ('slug' in input ? (bySlug.get(input.slug) ?? null) : null)
  const directory = new TenantDirectory({ parents: ['localhost'], shared: nothingShared, log: logger, lookUp })
  const bare = new Map<string, unknown>()
  const hosts = rows.map(hostOf)
  const fill = async (): Promise<void> => {
    for (const host of hosts) bare.set(host, await directory.resolve(host))
  }
  const order = Array.from({ length: 65_536 }, () => hosts[Math.floor(Math.random() * hosts.length)] ?? '')
  const aSecond = (look: (host: string) => unknown): number => {
    const started = performance.now()
    let found = 0
    for (let at = 0; at < lookups; at += 1) if (look(order[at & 65_535] ?? '')) found += 1
    if (found !== lookups) throw new Error(`${lookups - found} hosts were not in memory`)
    return lookups / ((performance.now() - started) / 1000)
  }
  const pairs: [number, number][] = []
  for (let at = 0; at < rounds; at += 1) {
    // What memory knows grows old: known anew for each round.
    await fill()
    pairs.push([aSecond((host) => directory.peek(host)), aSecond((host) => bare.get(host))])
  }
  return {
    name: 'host.resolve',
    value: Math.round(median(pairs.map(([value]) => value))),
    unit: 'lookups/s',
    floor: Math.round(median(pairs.map(([, floor]) => floor))),
    ratio: round(median(pairs.map(([value, floor]) => value / floor)), 3),
  }
}

/** Nothing in memory, nothing in Redis: the way to Postgres, host by host. The floor is the one question to Postgres alone. */
async function cold(rows: ResolvedHost[]): Promise<Figure> {
  const directory = new TenantDirectory({ parents: ['localhost'], shared: redisDirectory, log: logger })
  const shuffled = rows.map((row) => ({ row, by: Math.random() })).sort((a, b) => a.by - b.by)
  const picked = shuffled.slice(0, coldLookups + warmUps).map(({ row }) => row)
  const taken = { ours: [] as number[], bare: [] as number[] }
  for (const [at, row] of picked.entries()) {
    const started = performance.now()
    const known = await directory.resolve(hostOf(row))
    const between = performance.now()
    await resolveHost({ slug: row.slug })
    if (known?.record.id !== row.tenantId) throw new Error(`${hostOf(row)} led to another tenant`)
    if (at < Math.min(warmUps, picked.length / 2)) continue
    taken.ours.push(between - started)
    taken.bare.push(performance.now() - between)
  }
  const [value, floor] = [quantile(taken.ours, 0.99), quantile(taken.bare, 0.99)]
  return { name: 'host.resolve.cold.p99', value: round(value, 3), unit: 'ms', floor: round(floor, 3), ratio: round(value / floor, 3) }
}

export const hostResolve: Benchmark = { name: 'host.resolve', run }
