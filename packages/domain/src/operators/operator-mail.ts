import { isLocale, type Locale } from '@residency/config'
import type { PlatformDb } from '@residency/db/platform'
import { encryptField } from '../secrets/index.ts'
import type { OperatorRequest } from './operator-session.ts'

/** Names the column for which the props are encrypted. */
export const operatorMailPurpose = 'operator.mail'

/** Letters to operators: what happened to their account. Templates of these names are in @residency/emails (a test in @residency/jobs). */
export const operatorMails = ['operatorSignIn', 'operatorTries', 'operatorCodeTries', 'operatorFactorOn', 'operatorRecoveryUsed'] as const
export type OperatorMailTemplate = (typeof operatorMails)[number]

interface Reader {
  id: string
  email: string
  name: string
  locale: string | null
}

export const operatorLocale = (value: string | null, fallback: Locale): Locale => (isLocale(value) ? value : fallback)

type Letter = [
  db: PlatformDb,
  request: OperatorRequest,
  reader: Reader,
  template: OperatorMailTemplate,
  props?: Record<string, string | number | null>,
]

/** Writes a letter in the caller's transaction; the worker sends it (`deliverOperatorMails`). */
export async function tellOperator(...[db, request, reader, template, props = {}]: Letter): Promise<void> {
  const payload = encryptField(JSON.stringify({ name: reader.name, at: request.now().toISOString(), ...props }), operatorMailPurpose)
  const locale = operatorLocale(reader.locale, request.locale)
  await db.operatorMail.create({
    data: { operatorId: reader.id, template, recipient: reader.email, locale, payload, createdAt: request.now() },
  })
}

const day = 24 * 60 * 60_000

/** The same, once a day: of tries there may be many. */
export async function tellOperatorDaily(...letter: Letter): Promise<void> {
  const [db, request, reader, template] = letter
  const since = new Date(request.now().getTime() - day)
  const told = await db.operatorMail.count({ where: { operatorId: reader.id, template, createdAt: { gt: since } } })
  if (told === 0) await tellOperator(...letter)
}
