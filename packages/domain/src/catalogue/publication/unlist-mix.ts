import type { z } from 'zod'
import type { TenantContext } from '../../context/index.ts'
import type { MixState } from '../editing/mix-state.ts'
import { changePublication, type declaredSchema } from './change-publication.ts'

/** Opens the mix to those who hold a link to it, and to nobody else. Throws as publishMix. */
export const unlistMix = (given: TenantContext, input: z.output<typeof declaredSchema>): Promise<MixState> =>
  changePublication(given, input, (row) => ({ publication: 'unlisted', publishedAt: row.publishedAt, action: 'mix.unlisted' }))
