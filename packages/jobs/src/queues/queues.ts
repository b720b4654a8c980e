import { loadEnv } from '@residency/config'
import type { JobName } from '@residency/domain/outbox'
import { createRedis, type Redis } from '@residency/integrations/redis'
import { type JobsOptions, Queue } from 'bullmq'
import { catalogue } from '../catalogue.ts'
import { type QueueName, queueNames } from '../job.ts'
import { jobId } from './job-id.ts'

/** What lies in Redis of a job. */
export interface JobData {
  tenantId: string
  payload: unknown
  /** When the domain asked for it: ISO 8601. */
  askedAt: string
}

export interface JobToAdd extends JobData {
  name: JobName
  /** Unique within the tenant. */
  rowId: string
}

/** Tests and installations share a server by this prefix. */
export const queuePrefix = (): string => `${loadEnv().REDIS_PREFIX}:jobs`

/** A finished job is remembered long enough that a relay which died before deleting its row can't have it run twice. */
const remembered: Pick<JobsOptions, 'removeOnComplete' | 'removeOnFail'> = {
  removeOnComplete: { age: 60 * 60, count: 20_000 },
  removeOnFail: { age: 7 * 24 * 60 * 60, count: 20_000 },
}

function optionsOf(job: JobToAdd): JobsOptions {
  const { attempts, backoffMs } = catalogue[job.name]
  return { jobId: jobId(job.tenantId, job.rowId), attempts, backoff: { type: 'exponential', delay: backoffMs, jitter: 0.2 }, ...remembered }
}

export interface Producer {
  readonly connection: Redis
  /** Adds them all or, as far as anybody can tell, none: adding again what was added changes nothing. */
  add(jobs: readonly JobToAdd[]): Promise<void>
  /** Ids of what waits, runs, or waits for its next try, over all queues; and of what waits or runs in the queue of long jobs. */
  inFlight(): Promise<{ busy: string[]; resting: string[]; audio: string[] }>
  waiting(queue: QueueName): Promise<number>
  close(): Promise<void>
}

export function createProducer(): Producer {
  const connection = createRedis('producer')
  const prefix = queuePrefix()
  const queues = new Map<QueueName, Queue<JobData>>()
  const queueOf = (name: QueueName): Queue<JobData> => {
    const known = queues.get(name)
    if (known) return known
    const queue = new Queue<JobData>(name, { connection, prefix, skipVersionCheck: true })
    // The connection tells of its troubles itself (createRedis); without a listener they would end the process.
    queue.on('error', () => undefined)
    queues.set(name, queue)
    return queue
  }
  return {
    connection,
    add: async (jobs) => {
      if (connection.status !== 'ready') throw new Error('The queue is not reached')
      for (const name of queueNames) {
        const some = jobs.filter((job) => catalogue[job.name].queue === name)
        if (some.length === 0) continue
        await queueOf(name).addBulk(
          some.map((job) => ({
            name: job.name,
            data: { tenantId: job.tenantId, payload: job.payload, askedAt: job.askedAt },
            opts: optionsOf(job),
          })),
        )
      }
    },
    inFlight: async () => {
      const reads = connection.pipeline()
      for (const name of queueNames) {
        const key = (list: string) => `${prefix}:${name}:${list}`
        reads.lrange(key('wait'), 0, -1).lrange(key('active'), 0, -1).zrange(key('delayed'), '0', '-1')
      }
      const lists = ((await reads.exec()) ?? []).map(([error, ids]) => {
        if (error) throw error
        return ids as string[]
      })
      const audio = 3 * queueNames.indexOf('audio')
      return {
        busy: lists.filter((_, index) => index % 3 !== 2).flat(),
        resting: lists.filter((_, index) => index % 3 === 2).flat(),
        audio: lists.slice(audio, audio + 2).flat(),
      }
    },
    waiting: (name) => queueOf(name).getWaitingCount(),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      connection.disconnect()
    },
  }
}
