import { z } from 'zod'

/** Name and payload of every job. Handlers live in @residency/jobs; the type system and tests/architecture hold both together. */
export const jobSchemas = {
  'mail.deliver': z.object({ mailSendId: z.uuid() }),
  /** A request whose answer goes by mail alone, so that the page says the same whether the address is known or not. Encrypted. */
  'identity.answer': z.object({ sealed: z.string() }),
  'mail.sweep': z.object({}),
  'session.sweep': z.object({}),
  'token.sweep': z.object({}),
  'media.render': z.object({ mediaItemId: z.uuid() }),
  /** Everything from a received original to what fans hear: check, measure, encode. One job, so that the original is fetched once. */
  'recording.make': z.object({ recordingId: z.uuid() }),
  /** The rows are gone, their objects not yet. */
  'recording.forget': z.object({ recordingId: z.uuid(), objectKey: z.string() }),
  /** The MP3 of a version, with tags and cover. */
  'download.make': z.object({ recordingId: z.uuid() }),
  'recording.sweep': z.object({}),
  'upload.sweep': z.object({}),
  /** Mixes whose counter-notice nobody went against in time come back. */
  'takedown.sweep': z.object({}),
  /** Sums the hours whose plays have changed. */
  'plays.rollup': z.object({}),
  /** Brings out what is due; which that is, the database knows. */
  'mix.release': z.object({}),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<N extends JobName> = z.output<(typeof jobSchemas)[N]>
