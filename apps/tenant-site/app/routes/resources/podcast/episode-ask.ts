import type { EpisodeAsk } from '@residency/domain/feeds'
import { z } from 'zod'

/** Whose podcast an episode's address belongs to: everybody's by the mix, a member's by the ticket. */
export const episodeAsk = z.union([
  z.object({ mixId: z.uuid() }),
  z.object({ ticket: z.string().max(600) }).transform(({ ticket }): EpisodeAsk => ({ unverifiedTicket: ticket })),
])
