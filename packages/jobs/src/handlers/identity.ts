import { answerByMail } from '@residency/domain/identity'
import type { Handler } from '../job.ts'

/** Looks whether an address is known and mails accordingly: the part of a request that its answer must not show. */
export const answerRequest: Handler<'identity.answer'> = (ctx, payload) => answerByMail(ctx, payload)
