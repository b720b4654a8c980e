import { rollUpPlays } from '@residency/domain/plays'
import type { Handler } from '../job.ts'

export const rollUpOldPlays: Handler<'plays.rollup'> = async (ctx) => {
  const hours = await rollUpPlays(ctx)
  if (hours > 0) ctx.log.info({ hours }, 'hours of plays were summed')
}
