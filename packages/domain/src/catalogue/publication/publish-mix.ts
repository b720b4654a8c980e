import type { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import type { MixState } from '../editing/mix-state.ts'
import { changePublication, type declaredSchema, releasedAt } from './change-publication.ts'

/**
 * Shows the mix to everybody, at once, and notes the declaration of rights. Throws `conflict` (collision, nothing to hear, taken down),
 * `not_found`, `forbidden`.
 */
export const publishMix = (given: TenantContext, input: z.output<typeof declaredSchema>): Promise<MixState> =>
  changePublication(given, input, (row, ctx) => ({
    publication: 'published',
    publishedAt: releasedAt(row, ctx.now()),
    action: 'mix.published',
  }))
