import { z } from 'zod'

/** No mix is longer than an upload may be (12 hours). */
const second = z.number().int().min(0).max(43_200)

const beat = z
  .object({ seq: z.number().int().min(0).max(1_000_000), fromS: second, toS: second })
  .refine(({ fromS, toS }) => fromS < toS, 'a beat ends after it begins')

const play = z.object({
  playId: z.uuid().toLowerCase(),
  mixId: z.uuid().toLowerCase(),
  /** By the clock of the device. */
  startedAt: z.iso.datetime({ offset: true }),
  /** `site`, `embed`, or the host that led here. `feed` is what we count ourselves (fetches): a browser that says it is the site. */
  source: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)
    .transform((source) => (source === 'feed' ? 'site' : source)),
  quality: z.string().regex(/^[a-z0-9]{0,20}$/),
  durationMs: z.number().int().min(1).max(43_200_000),
  beats: z.array(beat).min(1).max(1_000),
})

/** What a browser says it played: seconds of a mix, in beats that are numbered within their play. */
export const playReportSchema = z.object({
  plays: z.array(play).min(1).max(500),
  /** The same clock as `startedAt`, at the moment of sending: tells how far it is off. */
  deviceNow: z.iso.datetime({ offset: true }),
})

export type PlayReport = z.output<typeof playReportSchema>
export type Beat = z.output<typeof beat>
