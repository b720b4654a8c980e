import { type Logger, limits } from '@residency/config'
import { createRedis, type Redis } from '@residency/integrations/redis'
import { Worker } from 'bullmq'
import { type QueueName, queueNames, type Tools } from '../job.ts'
import { createProducer, type JobData, type Producer, queuePrefix } from '../queues/queues.ts'
import { audioSlots } from '../relay/full-tenants.ts'
import { startRelay } from '../relay/relay.ts'
import { startOperatorMails } from '../schedule/operator-mails.ts'
import { startPartitions } from '../schedule/partitions.ts'
import { startReleases } from '../schedule/releases.ts'
import { startSweeps } from '../schedule/sweeps.ts'
import { createJobMetrics, type JobMetrics } from './job-metrics.ts'
import { runJob } from './run-job.ts'

/** Jobs of a kind that a process runs at once. Pictures take a core each and turns among tenants (integrations/imaging). */
const concurrency: Record<QueueName, number> = { mail: 8, media: 2, audio: audioSlots, upkeep: 2 }

/** A killed worker's job is taken over within lock and check together, instead of BullMQ's minute (design.md). */
const takeOver = { lockDuration: 5_000, stalledInterval: 2_000, maxStalledCount: 3 }
/** Encoders leave little of the cores: a worker that is merely late must not be taken for dead. */
const takeOverAudio = { ...takeOver, lockDuration: 15_000 }

export interface RunningWorker {
  metrics: JobMetrics
  producer: Producer
  /** Whether jobs can be carried and run now. */
  ready(): boolean
  /** Takes no more jobs and waits for those that run, `limits.drainMs` at most: what is not done then is taken over by another process. */
  close(): Promise<void>
}

export interface WorkerOptions {
  tools: Tools
  log: Logger
  /** Without it a process only carries or only runs what it is told to; sweeps are off in most tests. */
  sweeps?: boolean
}

/** Starts relay, queues' workers and schedule in this process. Nothing here ends the process when Redis or Postgres is gone. */
export function startWorker({ tools, log, sweeps = true }: WorkerOptions): RunningWorker {
  const producer = createProducer()
  const metrics = createJobMetrics(producer)
  const relay = startRelay({
    producer,
    log,
    onRelayed: (count) => metrics.relayed.inc(count),
    onError: () => metrics.relayErrors.inc(),
  })
  const schedule = sweeps
    ? [
        startSweeps({ producer, log }),
        startReleases({ producer, log }),
        startPartitions({ producer, log }),
        startOperatorMails({ sender: tools.sender, log }),
      ]
    : []
  const stopping = new AbortController()
  const connections: Redis[] = []
  const workers = queueNames.map((name) => {
    const connection = createRedis('worker')
    connections.push(connection)
    const worker = new Worker<JobData>(name, (job) => runJob(job, { tools: { ...tools, stopping: stopping.signal }, log, metrics }), {
      connection,
      prefix: queuePrefix(),
      concurrency: concurrency[name],
      ...(name === 'audio' ? takeOverAudio : takeOver),
    })
    worker.on('error', (error) => log.warn({ err: error, queue: name }, 'the queue’s worker had trouble'))
    worker.on('stalled', (id) => log.warn({ jobId: id, queue: name }, 'a job of a lost worker is taken over'))
    // A finished job makes room for its tenant's next.
    worker.on('completed', relay.nudge)
    worker.on('failed', relay.nudge)
    return worker
  })

  return {
    metrics,
    producer,
    ready: () => producer.connection.status === 'ready' && connections.every(({ status }) => status === 'ready'),
    close: async () => {
      await Promise.all([relay.close(), ...schedule.map((one) => one.close())])
      stopping.abort(new Error('The worker is told to stop'))
      const drained = Promise.allSettled(workers.map((worker) => worker.close()))
      await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, limits.drainMs).unref())])
      for (const connection of connections) connection.disconnect()
      await producer.close().catch(() => undefined)
    },
  }
}
