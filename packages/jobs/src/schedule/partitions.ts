import { type Logger, limits } from '@residency/config'
import { keepPlayPartitions } from '@residency/db/relay'
import { installationKey } from '@residency/integrations/redis'
import type { Producer } from '../queues/queues.ts'

const monthsAhead = 3
const everyMs = 60 * 60_000
/** One process does it, so often. */
const turnMs = 6 * 60 * 60_000

/**
 * The months that single plays are written to: made ahead, dropped when their time is over (limits.playMonthsKept). They are the installation's,
 * no tenant's, so no job carries it; each process tries, one of them does it.
 */
export function startPartitions({ producer, log }: { producer: Producer; log: Logger }): { close(): Promise<void> } {
  const { connection } = producer

  async function step(): Promise<void> {
    if (connection.status !== 'ready') return
    const turn = installationKey('plays', 'partitions')
    if ((await connection.set(turn, '1', 'PX', turnMs, 'NX')) !== 'OK') return
    try {
      const { made, dropped } = await keepPlayPartitions({ ahead: monthsAhead, kept: limits.playMonthsKept })
      if (made + dropped > 0) log.info({ made, dropped }, 'the months of plays were made ready')
    } catch (error) {
      await connection.del(turn)
      throw error
    }
  }

  let work: Promise<void> = Promise.resolve()
  const tick = (): void => {
    work = step().catch((error) => log.warn({ err: error }, 'the months of plays could not be made ready; trying again in an hour'))
  }
  const timer = setInterval(tick, everyMs)
  const first = setTimeout(tick, 5_000)
  return {
    close: async () => {
      clearInterval(timer)
      clearTimeout(first)
      await work
    },
  }
}
