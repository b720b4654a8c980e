import { releaseDueMixes } from '@residency/domain/catalogue'
import type { Handler } from '../job.ts'

export const releaseScheduledMixes: Handler<'mix.release'> = async (ctx) => {
  const count = await releaseDueMixes(ctx)
  if (count > 0) ctx.log.info({ count }, 'scheduled mixes came out')
}
