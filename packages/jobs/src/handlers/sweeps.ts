import { sweepTokens } from '@residency/domain/identity'
import { sweepMails } from '@residency/domain/mail'
import { sweepSessions } from '@residency/domain/sessions'
import type { Handler } from '../job.ts'

export const sweepOldSessions: Handler<'session.sweep'> = (ctx) => sweepSessions(ctx)
export const sweepOldTokens: Handler<'token.sweep'> = (ctx) => sweepTokens(ctx)

export const sweepOldMails: Handler<'mail.sweep'> = async (ctx) => {
  const count = await sweepMails(ctx)
  if (count > 0) ctx.log.warn({ count }, 'mails had been lost on their way to the queue and were queued anew')
}
