import { z } from 'zod'

/** Name and payload of every job. Handlers live in @residency/jobs; the type system and tests/architecture hold both together. */
export const jobSchemas = {
  'mail.deliver': z.object({ mailSendId: z.uuid() }),
  'session.sweep': z.object({}),
  'token.sweep': z.object({}),
  'media.render': z.object({ mediaItemId: z.uuid() }),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<N extends JobName> = z.output<(typeof jobSchemas)[N]>
