import { type TenantDb, withTenant } from '@residency/db'
import { recordAudit } from '../audit/index.ts'
import { recordConsent } from '../consent/index.ts'
import type { TenantContext } from '../context/index.ts'
import { type Answer, openAnswer } from './answers.ts'
import { sendLink, sendNotice } from './letters.ts'
import { issueToken } from './one-time-tokens.ts'

type Of<K extends Answer['kind']> = Extract<Answer, { kind: K }>

/**
 * The job behind `identity.answer`: looks whether the address is known and mails accordingly. One transaction, so that done twice it mails once:
 * the token's row is the mark that it was done.
 */
export async function answerByMail(ctx: TenantContext, input: { sealed: string }): Promise<void> {
  const answer = openAnswer(ctx, input.sealed)
  await withTenant(ctx.ref, async (db) => {
    if (answer.kind === 'signUp') return settleSignUp(db, ctx, answer)
    if (answer.kind === 'changeEmail') return settleEmailChange(db, ctx, answer)
    if (answer.kind === 'triesFailed') return tellOfFailedTries(db, ctx, answer)
    return sendAskedLink(db, ctx, answer)
  })
}

async function settleSignUp(db: TenantDb, ctx: TenantContext, answer: Of<'signUp'>): Promise<void> {
  const { email, name, passwordHash, locale, timeZone } = answer
  const known = await db.account.findFirst({ where: { email } })
  if (known?.emailVerifiedAt) return tellOwner(db, ctx, answer)
  // An account that waits for its address belongs to nobody yet: the latest to sign up is the likeliest to hold the mailbox.
  const account = known
    ? await db.account.update({ where: db.key(known.id), data: { name, passwordHash, locale, timeZone } })
    : await db.account.create({ data: { email, name, passwordHash, locale, timeZone } })
  const token = await issueToken(db, ctx, { kind: 'verify_email', accountId: account.id, email, token: answer.token })
  if (!token) return
  await recordConsent(db, ctx, {
    accountId: account.id,
    kind: 'terms',
    granted: true,
    version: answer.termsVersion,
    at: new Date(answer.at),
  })
  await recordConsent(db, ctx, {
    accountId: account.id,
    kind: 'marketing',
    granted: answer.marketing,
    version: '1',
    at: new Date(answer.at),
  })
  await recordAudit(db, ctx, { action: 'account.signedUp', subjectKind: 'account', subjectId: account.id, actor: account })
  await sendLink(db, ctx, account, 'verifyEmail', token)
}

async function settleEmailChange(db: TenantDb, ctx: TenantContext, answer: Of<'changeEmail'>): Promise<void> {
  const account = await db.account.findFirst({ where: { id: answer.accountId } })
  if (!account) return
  if (await db.account.findFirst({ where: { email: answer.email }, select: { id: true } })) return tellOwner(db, ctx, answer)
  const token = await issueToken(db, ctx, { kind: 'change_email', accountId: account.id, email: answer.email, token: answer.token })
  if (token) await sendLink(db, ctx, { ...account, email: answer.email, locale: account.locale ?? answer.locale }, 'emailChange', token)
}

async function sendAskedLink(db: TenantDb, ctx: TenantContext, answer: Of<'verifyAgain' | 'magicLink' | 'resetPassword'>): Promise<void> {
  const account = await db.account.findFirst({ where: { email: answer.email } })
  if (!account) return
  const reader = { ...account, locale: account.locale ?? answer.locale }
  const { inKnownBrowser } = answer
  const owned = { accountId: account.id, email: account.email, token: answer.token }
  if (answer.kind === 'verifyAgain') {
    if (account.emailVerifiedAt) return
    const token = await issueToken(db, ctx, { kind: 'verify_email', ...owned })
    if (token) await sendLink(db, ctx, reader, 'verifyEmail', token, { inKnownBrowser })
    return
  }
  const kind = answer.kind === 'magicLink' ? 'magic_link' : 'reset_password'
  const token = await issueToken(db, ctx, { kind, ...owned })
  if (!token) return
  if (answer.kind === 'magicLink') await sendLink(db, ctx, reader, 'magicLink', token, { returnTo: answer.returnTo, inKnownBrowser })
  else await sendLink(db, ctx, reader, 'resetPassword', token, { inKnownBrowser })
}

const day = 24 * 60 * 60_000

/** Says to the owner of an account that somebody tries to get into it: once a day, and once for each way, however long it goes on. */
async function tellOfFailedTries(db: TenantDb, ctx: TenantContext, answer: Of<'triesFailed'>): Promise<void> {
  const owner = await db.account.findFirst({ where: { email: answer.email } })
  if (!owner?.emailVerifiedAt) return
  const template = answer.what === 'code' ? 'codeTries' : 'signInTries'
  const since = new Date(new Date(answer.at).getTime() - day)
  if (await db.mailSend.findFirst({ where: { recipient: answer.email, template, createdAt: { gt: since } }, select: { id: true } })) return
  await sendNotice(db, ctx, { ...owner, locale: owner.locale ?? answer.locale }, template, { until: answer.until })
}

/** Says to the owner of an address that somebody tried to use it, once for each time. */
async function tellOwner(db: TenantDb, ctx: TenantContext, answer: Of<'signUp' | 'changeEmail'>): Promise<void> {
  const owner = await db.account.findFirst({ where: { email: answer.email } })
  if (!owner) return
  const told = await db.mailSend.count({
    where: { recipient: answer.email, template: 'accountExists', createdAt: { gte: new Date(answer.at) } },
  })
  if (told === 0) await sendNotice(db, ctx, owner, 'accountExists')
}
