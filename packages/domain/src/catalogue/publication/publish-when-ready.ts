import type { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import type { MixState } from '../editing/mix-state.ts'
import { changePublication, type declaredSchema, releasedAt } from './change-publication.ts'

/**
 * Has the mix come out by itself as soon as there is something to hear; at once when there is. Until then nobody sees it, members neither.
 * Throws `conflict` (collision, no audio is being made, taken down), `not_found`, `forbidden`.
 */
export const publishWhenReady = (given: TenantContext, input: z.output<typeof declaredSchema>): Promise<MixState> =>
  changePublication(given, input, (row, ctx) =>
    row.recordingId
      ? { publication: 'published', publishedAt: releasedAt(row, ctx.now()), action: 'mix.published' }
      : { publication: 'scheduled', publishedAt: ctx.now(), action: 'mix.scheduled' },
  )
