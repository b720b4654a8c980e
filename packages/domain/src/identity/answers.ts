import { locales } from '@residency/config'
import type { TenantDb } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { enqueueLater } from '../outbox/index.ts'
import { decryptField, encryptField } from '../secrets/index.ts'
import { tokenField } from './fields.ts'

const asked = {
  email: z.string(),
  /** Made by the request, stored by the job as its hash: done twice, the job does its work once. */
  token: tokenField,
  locale: z.enum(locales),
  /** When it was asked for: ISO 8601. */
  at: z.iso.datetime(),
}

/** Asked for in a browser that the address's owner has signed in with before: counted there, and not held back for what strangers asked for. */
const inKnownBrowser = z.boolean().default(false)

/**
 * What was asked for by somebody who may not learn whether an address is known. The request writes the same rows either way
 * and the job looks: equal answers and equal work by construction.
 */
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signUp'),
    ...asked,
    name: z.string(),
    passwordHash: z.string(),
    timeZone: z.string().nullable(),
    marketing: z.boolean(),
    termsVersion: z.string(),
  }),
  z.object({ kind: z.literal('verifyAgain'), ...asked, inKnownBrowser }),
  z.object({ kind: z.literal('magicLink'), ...asked, inKnownBrowser, returnTo: z.string().nullable() }),
  z.object({ kind: z.literal('resetPassword'), ...asked, inKnownBrowser }),
  z.object({ kind: z.literal('changeEmail'), ...asked, accountId: z.uuid() }),
  z.object({ kind: z.literal('triesFailed'), ...asked, what: z.enum(['password', 'code']), until: z.iso.datetime() }),
])
export type Answer = z.output<typeof answerSchema>

const purpose = (tenantId: string): string => `identity.answer:${tenantId}`

/** Seals the request into the outbox: it holds an address and a password's hash, and passes through the queue. */
export function answerLater(db: TenantDb, ctx: TenantContext, answer: z.input<typeof answerSchema>): Promise<void> {
  return enqueueLater(db, 'identity.answer', { sealed: encryptField(JSON.stringify(answer), purpose(ctx.ref.tenantId)) })
}

export function openAnswer(ctx: TenantContext, sealed: string): Answer {
  return answerSchema.parse(JSON.parse(decryptField(sealed, purpose(ctx.ref.tenantId))))
}
