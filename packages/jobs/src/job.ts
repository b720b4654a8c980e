import type { TenantContext } from '@residency/domain/context'
import type { JobName, JobPayload, jobSchemas } from '@residency/domain/outbox'
import type { MailSender } from '@residency/integrations/mail'

/** Kinds of work that must not wait for each other: a picture takes seconds, a recording minutes, a sign-in's mail is awaited. */
export const queueNames = ['mail', 'media', 'audio', 'upkeep'] as const
export type QueueName = (typeof queueNames)[number]

/** What the worker's process has for its handlers. */
export interface Tools {
  sender: MailSender
  /** Aborts when the process is told to stop: work of minutes ends then and is done again elsewhere. */
  stopping?: AbortSignal
}

export type Handler<N extends JobName> = (ctx: TenantContext, payload: JobPayload<N>, tools: Tools) => Promise<void>

export interface JobDefinition<N extends JobName> {
  schema: (typeof jobSchemas)[N]
  queue: QueueName
  /** Tries in all. Handlers are safe to run again: a job taken over from a dead worker is. */
  attempts: number
  /** Wait before the second try; doubled each time after. */
  backoffMs: number
  handle: Handler<N>
  /** Runs once when the last try has failed. */
  giveUp?: (ctx: TenantContext, payload: JobPayload<N>, error: Error) => Promise<void>
}
