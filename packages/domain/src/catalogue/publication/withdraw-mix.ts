import type { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { conflict } from '../../errors/index.ts'
import type { MixState } from '../editing/mix-state.ts'
import { changePublication, type mixVersionSchema } from './change-publication.ts'

/** Takes the mix off the site, or off the schedule; plays and comments stay with it. Throws `conflict`, `not_found`, `forbidden`. */
export const withdrawMix = (given: TenantContext, input: z.output<typeof mixVersionSchema>): Promise<MixState> =>
  changePublication(given, input, (row, ctx) => {
    if (row.publication === 'taken_down') throw conflict('mix.takenDown')
    // A day that never came is none.
    const publishedAt = row.publication !== 'scheduled' && row.publishedAt && row.publishedAt <= ctx.now() ? row.publishedAt : null
    return { publication: 'draft', publishedAt, action: 'mix.withdrawn' }
  })
