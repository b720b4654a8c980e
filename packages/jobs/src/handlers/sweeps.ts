import { sweepTokens } from '@residency/domain/identity'
import { sweepMails } from '@residency/domain/mail'
import { sweepRecordings } from '@residency/domain/recordings'
import { restoreDueMixes } from '@residency/domain/rights'
import { sweepSessions } from '@residency/domain/sessions'
import { sweepUploads } from '@residency/domain/uploads'
import type { Handler } from '../job.ts'

export const sweepOldSessions: Handler<'session.sweep'> = (ctx) => sweepSessions(ctx)
export const sweepOldTokens: Handler<'token.sweep'> = (ctx) => sweepTokens(ctx)

export const sweepOldMails: Handler<'mail.sweep'> = async (ctx) => {
  const count = await sweepMails(ctx)
  if (count > 0) ctx.log.warn({ count }, 'mails had been lost on their way to the queue and were queued anew')
}

export const sweepOldUploads: Handler<'upload.sweep'> = async (ctx) => {
  const count = await sweepUploads(ctx)
  if (count > 0) ctx.log.info({ count }, 'uploads that nobody went on with were given up')
}

export const sweepOldRecordings: Handler<'recording.sweep'> = async (ctx) => {
  const { revived, originals, takes } = await sweepRecordings(ctx)
  if (revived > 0) ctx.log.warn({ revived }, 'the work on recordings had been lost and was begun anew')
  if (originals > 0) ctx.log.info({ originals }, 'originals whose time is over were deleted')
  if (takes > 0) ctx.log.info({ takes }, 'what earlier attempts had stored was deleted')
}

export const sweepTakedowns: Handler<'takedown.sweep'> = async (ctx) => {
  const count = await restoreDueMixes(ctx)
  if (count > 0) ctx.log.info({ count }, 'claims ended: nobody went against the counter-notice in time')
}
