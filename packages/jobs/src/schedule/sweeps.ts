import type { Logger } from '@residency/config'
import { listTenantIds } from '@residency/db/relay'
import type { JobName } from '@residency/domain/outbox'
import { installationKey } from '@residency/integrations/redis'
import type { JobToAdd, Producer } from '../queues/queues.ts'

const stepMs = 60_000
/** Tenants swept in a step: 100,000 of them take eight hours, so that no hour of the day is the sweepers'. */
const tenantsPerStep = 200
/** A small installation comes round this often and no oftener. */
const roundMs = 60 * 60_000

const sweeps: JobName[] = [
  'session.sweep',
  'token.sweep',
  'mail.sweep',
  'upload.sweep',
  'recording.sweep',
  'takedown.sweep',
  'plays.rollup',
]

interface Round {
  /** The last tenant of the step before; null: a new round begins. */
  after: string | null
  startedAt: number
}

/** Which tenants come next, and the round afterwards; null while the last round's hour is not over. */
export async function nextStep(
  round: Round,
  now: number,
  list: typeof listTenantIds,
): Promise<{ tenantIds: string[]; round: Round } | null> {
  if (round.after === null && now - round.startedAt < roundMs) return null
  const startedAt = round.after === null ? now : round.startedAt
  const tenantIds = await list(round.after, tenantsPerStep)
  const last = tenantIds.at(-1) ?? null
  return { tenantIds, round: { after: tenantIds.length < tenantsPerStep ? null : last, startedAt } }
}

export const jobsOf = (tenantIds: readonly string[], startedAt: number): JobToAdd[] =>
  tenantIds.flatMap((tenantId) =>
    sweeps.map((name) => ({ name, tenantId, rowId: `${name}.${startedAt}`, payload: {}, askedAt: new Date(startedAt).toISOString() })),
  )

/**
 * Walks through the tenants and has each swept, a few at a time. Of several processes one makes a step (a key of the minute says which);
 * where the round stands is kept in Redis, and if it is lost a new round begins.
 */
export function startSweeps({ producer, log }: { producer: Producer; log: Logger }): { close(): Promise<void> } {
  const { connection } = producer
  const cursor = installationKey('sweeps', 'round')

  async function step(): Promise<void> {
    if (connection.status !== 'ready') return
    const now = Date.now()
    const mine = await connection.set(installationKey('sweeps', Math.floor(now / stepMs)), '1', 'PX', 2 * stepMs, 'NX')
    if (mine !== 'OK') return
    const kept = await connection.get(cursor)
    const next = await nextStep(kept ? (JSON.parse(kept) as Round) : { after: null, startedAt: 0 }, now, listTenantIds)
    if (!next) return
    await producer.add(jobsOf(next.tenantIds, next.round.startedAt))
    await connection.set(cursor, JSON.stringify(next.round))
  }

  let work: Promise<void> = Promise.resolve()
  const tick = (): void => {
    work = step().catch((error) => log.warn({ err: error }, 'the sweeps could not go on; trying again in a minute'))
  }
  const timer = setInterval(tick, stepMs)
  const first = setTimeout(tick, 5_000)
  return {
    close: async () => {
      clearInterval(timer)
      clearTimeout(first)
      await work
    },
  }
}
