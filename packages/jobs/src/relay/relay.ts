import type { Logger } from '@residency/config'
import { listenForOutbox, type OutboxRow, relayOutbox } from '@residency/db/relay'
import type { JobName } from '@residency/domain/outbox'
import { catalogue, isJobName } from '../catalogue.ts'
import type { Producer } from '../queues/queues.ts'
import { countByTenant, fullTenants, mostAudio, takenAtOnce } from './full-tenants.ts'

const batch = 200
/** Jobs of all tenants together that the queues hold; beyond, the database is the better place to wait. */
const mostInFlight = 2_000
const pollMs = 1_000
/** A full tenant's next rows are looked for this soon after one of its jobs is done. */
const againMs = 20
const longestRestMs = 5_000
/** Jobs of minutes: in the queue, one tenant's would stand before everybody's. */
const longJobs = (Object.keys(catalogue) as JobName[]).filter((name) => catalogue[name].queue === 'audio')
const unknownKeptMs = 24 * 60 * 60_000

export interface Relay {
  /** Looks for rows soon: somebody knows that there is room or work. */
  nudge(): void
  /** Resolves when the round under way has ended. */
  close(): Promise<void>
}

export interface RelayOptions {
  producer: Producer
  log: Logger
  onRelayed?: (count: number) => void
  onError?: () => void
}

/**
 * Carries rows of the outbox into the queues, tenants in turn. A row is deleted in the transaction in which Redis has taken its job:
 * with Redis gone the rows stay where they are, and a relay that dies in between leaves a row that is the same job when it is carried again.
 */
export function startRelay({ producer, log, onRelayed, onError }: RelayOptions): Relay {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let running = false
  let wanted = false
  let failures = 0
  let after: string | null = null

  const enqueue = async (rows: OutboxRow[], audio: Map<string, number>): Promise<string[]> => {
    const known = rows.flatMap(({ job, ...row }) => (isJobName(job) && hasRoom(job, row.tenantId, audio) ? [{ ...row, name: job }] : []))
    const outdated = unknownRows(rows)
    await producer.add(
      known.map(({ id, name, tenantId, payload, createdAt }) => ({ rowId: id, name, tenantId, payload, askedAt: createdAt.toISOString() })),
    )
    after = rows.reduce<string | null>((last, { tenantId }) => (last === null || tenantId > last ? tenantId : last), null)
    return [...known, ...outdated].map(({ id }) => id)
  }

  /** Of long jobs each tenant has so many in the queue; the others wait in the database, behind the tenant's own. */
  function hasRoom(name: JobName, tenantId: string, audio: Map<string, number>): boolean {
    if (!longJobs.includes(name)) return true
    const count = audio.get(tenantId) ?? 0
    audio.set(tenantId, count + 1)
    return count < mostAudio
  }

  /** Jobs of a newer release are left to its own worker; those that nobody took within a day are dropped, lest they stand before the rest. */
  function unknownRows(rows: OutboxRow[]): OutboxRow[] {
    const unknown = rows.filter(({ job }) => !isJobName(job))
    const outdated = unknown.filter(({ createdAt }) => Date.now() - createdAt.getTime() > unknownKeptMs)
    if (unknown.length > 0)
      log.warn({ jobs: [...new Set(unknown.map(({ job }) => job))] }, 'the outbox holds jobs that this release does not know')
    if (outdated.length > 0) log.error({ ids: outdated.map(({ id }) => id) }, 'jobs that no release knows were dropped')
    return outdated
  }

  /** Returns whether there may be more to carry at once. */
  async function carry(): Promise<boolean> {
    if (producer.connection.status !== 'ready') throw new Error('The queue is not reached')
    const inFlight = await producer.inFlight()
    const room = mostInFlight - inFlight.busy.length
    if (room <= 0) return false
    const most = Math.min(batch, room)
    const audio = countByTenant(inFlight.audio)
    const hold = { jobs: longJobs, tenantIds: [...audio].flatMap(([tenantId, many]) => (many >= mostAudio ? [tenantId] : [])) }
    const options = { most, perTenant: takenAtOnce, skip: fullTenants(inFlight), hold, after }
    const count = await relayOutbox(options, (rows) => enqueue(rows, audio))
    if (count > 0) onRelayed?.(count)
    return count > 0
  }

  async function run(): Promise<void> {
    running = true
    let more = false
    let rest = pollMs
    try {
      do {
        wanted = false
        more = await carry()
      } while ((more || wanted) && !closed)
      if (failures > 0) log.info({ failures }, 'the relay carries on')
      failures = 0
    } catch (error) {
      failures += 1
      onError?.()
      rest = Math.min(100 * 2 ** Math.min(failures, 10), longestRestMs)
      if (failures === 1) log.warn({ err: error }, 'the relay could not carry jobs; they stay in the outbox')
    }
    running = false
    if (!closed) plan(failures === 0 && wanted ? againMs : rest)
  }

  function plan(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      round = run()
    }, ms)
  }

  const nudge = (): void => {
    wanted = true
    if (!running && !closed && failures === 0) plan(againMs)
  }
  const onReady = (): void => {
    if (!running && !closed) plan(0)
  }
  producer.connection.on('ready', onReady)
  const listener = listenForOutbox(nudge)
  // Before the first connection stands, there is no failure to speak of.
  plan(producer.connection.status === 'ready' ? 0 : pollMs)
  return {
    nudge,
    close: async () => {
      closed = true
      clearTimeout(timer)
      producer.connection.off('ready', onReady)
      await listener.close()
      await round
    },
  }
}
