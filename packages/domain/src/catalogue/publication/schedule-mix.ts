import { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import { invalid } from '../../errors/index.ts'
import { instantOf, wallTimePattern } from '../../events/index.ts'
import type { MixState } from '../editing/mix-state.ts'
import { changePublication, declaredSchema } from './change-publication.ts'

export const scheduleMixSchema = declaredSchema.extend({
  /** What the clock on the tenant's wall shows then: `2026-12-24T20:00`. */
  at: z.string().regex(wallTimePattern, 'field.date'),
  /** Which of the two, where the clocks go back and the hour comes twice. */
  turn: z.enum(['first', 'second']).default('first'),
})

const farthestMs = 2 * 366 * 24 * 60 * 60_000

/**
 * Has the mix come out by itself, to the minute; members with early access hear it before. Its audio may still be on its way: then it waits for that. Throws `invalid` (no clock shows that time, it has
 * passed, or it is years away), and as publishMix.
 */
export const scheduleMix = (given: TenantContext, input: z.output<typeof scheduleMixSchema>): Promise<MixState> =>
  changePublication(given, input, (_row, ctx) => {
    const at = instantOf(input.at, ctx.tenant.timeZone, input.turn)
    if (!at) throw invalid({ at: 'event.noSuchTime' })
    if (at <= ctx.now()) throw invalid({ at: 'mix.past' })
    if (at.getTime() - ctx.now().getTime() > farthestMs) throw invalid({ at: 'mix.tooFar' })
    return { publication: 'scheduled', publishedAt: at, action: 'mix.scheduled' }
  })
