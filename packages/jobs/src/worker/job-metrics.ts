import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { queueNames } from '../job.ts'
import type { Producer } from '../queues/queues.ts'

export interface JobMetrics {
  registry: Registry
  /** done, retried, failed */
  jobs: Counter<'job' | 'outcome'>
  seconds: Histogram<'job'>
  /** From the moment the domain asked for it to the moment it begins. */
  wait: Histogram<'job'>
  relayed: Counter
  relayErrors: Counter
}

/** The worker's figures. No label names a tenant: there may be a hundred thousand. */
export function createJobMetrics(producer: Producer): JobMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'jobs_waiting',
    help: 'Jobs waiting in a queue',
    labelNames: ['queue'],
    registers,
    async collect() {
      // Without Redis there is nothing to tell, and the other figures must not wait for it.
      if (producer.connection.status !== 'ready') return
      for (const queue of queueNames) this.set({ queue }, await producer.waiting(queue))
    },
  })
  return {
    registry,
    jobs: new Counter({ name: 'jobs_total', help: 'Jobs by how a try ended', labelNames: ['job', 'outcome'], registers }),
    seconds: new Histogram({
      name: 'job_seconds',
      help: 'Time a try took',
      labelNames: ['job'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800],
      registers,
    }),
    wait: new Histogram({
      name: 'job_wait_seconds',
      help: 'Time from asking for a job to its first try',
      labelNames: ['job'],
      buckets: [0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800],
      registers,
    }),
    relayed: new Counter({ name: 'outbox_relayed_total', help: 'Rows carried from the outbox into a queue', registers }),
    relayErrors: new Counter({ name: 'outbox_relay_errors_total', help: 'Rounds of the relay that failed', registers }),
  }
}
