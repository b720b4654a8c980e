import type { Logger } from '@residency/config'
import { listTenantsWithDueMixes } from '@residency/db/relay'
import type { JobToAdd, Producer } from '../queues/queues.ts'

const minuteMs = 60_000
/** A moment after the minute began, so that what is due at it is. */
const afterMs = 250

/** The job of one tenant in one minute: asked for again in the same minute, by another process, it is the same job. */
export const releaseJob = (tenantId: string, minute: number): JobToAdd => ({
  name: 'mix.release',
  tenantId,
  rowId: `mix.release.${minute}`,
  payload: {},
  askedAt: new Date(minute * minuteMs).toISOString(),
})

/** Milliseconds until the next minute has begun. */
export const untilNextMinute = (now: number): number => minuteMs - (now % minuteMs) + afterMs

/**
 * At each full minute, asks which tenants have a scheduled mix whose time has come, and has it brought out. The database knows what is due:
 * a minute in which nobody was awake is caught up with in the next.
 */
export function startReleases({ producer, log }: { producer: Producer; log: Logger }): { close(): Promise<void> } {
  async function step(): Promise<void> {
    if (producer.connection.status !== 'ready') return
    const minute = Math.floor(Date.now() / minuteMs)
    await producer.add((await listTenantsWithDueMixes()).map((tenantId) => releaseJob(tenantId, minute)))
  }

  let work: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout>
  const next = (): void => {
    timer = setTimeout(tick, untilNextMinute(Date.now()))
  }
  const tick = (): void => {
    work = step().catch((error) => log.warn({ err: error }, 'scheduled mixes could not be looked for; trying again in a minute'))
    next()
  }
  next()
  return {
    close: async () => {
      clearTimeout(timer)
      await work
    },
  }
}
