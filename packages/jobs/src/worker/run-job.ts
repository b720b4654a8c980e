import type { Logger } from '@residency/config'
import { AppError } from '@residency/domain/errors'
import type { JobName } from '@residency/domain/outbox'
import { type Job, UnrecoverableError } from 'bullmq'
import { catalogue, isJobName } from '../catalogue.ts'
import type { JobDefinition, Tools } from '../job.ts'
import { jobContext } from '../job-context.ts'
import type { JobData } from '../queues/queues.ts'
import type { JobMetrics } from './job-metrics.ts'

export type RunnableJob = Pick<Job<JobData>, 'id' | 'name' | 'data' | 'attemptsMade'>

/** Trying again can't bring back what is gone, nor make a payload fit its schema. */
const hopeless = (error: unknown): boolean =>
  (error instanceof AppError && error.code !== 'unavailable' && error.code !== 'too_many') ||
  (error instanceof Error && error.name === 'ZodError')

/** Runs one try of a job in its tenant's context. Throws what the handler throws; UnrecoverableError when no other try would help. */
export async function runJob(job: RunnableJob, deps: { tools: Tools; log: Logger; metrics: JobMetrics }): Promise<void> {
  const { name } = job
  if (!isJobName(name)) throw new UnrecoverableError(`There is no job ${name}`)
  const { log, metrics } = deps
  if (job.attemptsMade === 0) metrics.wait.observe({ job: name }, Math.max(0, (Date.now() - Date.parse(job.data.askedAt)) / 1000))
  const finished = metrics.seconds.startTimer({ job: name })
  try {
    await handle(catalogue[name], job, deps.tools, log)
    metrics.jobs.inc({ job: name, outcome: 'done' })
  } catch (error) {
    const last = hopeless(error) || job.attemptsMade + 1 >= catalogue[name].attempts
    metrics.jobs.inc({ job: name, outcome: last ? 'failed' : 'retried' })
    log[last ? 'error' : 'warn'](
      { err: error, job: name, jobId: job.id, tenantId: job.data.tenantId, tries: job.attemptsMade + 1 },
      'a job failed',
    )
    if (last) await giveUp(catalogue[name], job, error, log)
    throw hopeless(error) ? new UnrecoverableError((error as Error).message) : error
  } finally {
    finished()
  }
}

async function handle<N extends JobName>(definition: JobDefinition<N>, job: RunnableJob, tools: Tools, log: Logger): Promise<void> {
  const ctx = await jobContext({ tenantId: job.data.tenantId, id: job.id ?? '', name: job.name }, log)
  // The schema of the job's own name: what TypeScript can't follow through the index.
  const payload = definition.schema.parse(job.data.payload) as Parameters<typeof definition.handle>[1]
  await definition.handle(ctx, payload, tools)
}

async function giveUp<N extends JobName>(definition: JobDefinition<N>, job: RunnableJob, error: unknown, log: Logger): Promise<void> {
  const payload = definition.schema.safeParse(job.data.payload)
  if (!definition.giveUp || !payload.success) return
  const failure = error instanceof Error ? error : new Error(String(error))
  try {
    const ctx = await jobContext({ tenantId: job.data.tenantId, id: job.id ?? '', name: job.name }, log)
    await definition.giveUp(ctx, payload.data as Parameters<typeof definition.handle>[1], failure)
  } catch (second) {
    log.error({ err: second, jobId: job.id }, 'giving a job up failed too')
  }
}
