import { isLocale } from '@residency/config'
import type { TenantDb } from '@residency/db'
import { sitePath, type TenantContext } from '../context/index.ts'
import { type MailTemplate, queueMail } from '../mail/index.ts'
import { claimToken } from './claim-token.ts'

export type TakedownRow = NonNullable<Awaited<ReturnType<TenantDb['takedown']['findFirst']>>>

type ToClaimant = Extract<MailTemplate, 'claimReceived' | 'claimUpheld' | 'claimRejected' | 'claimCountered' | 'claimRestored'>
type ToCrew = Extract<MailTemplate, 'mixReported' | 'mixTakenDown' | 'claimContinued' | 'mixRestored'>

/** Writes to the claimant, in the language they claimed in, with the way to their claim. */
export async function tellClaimant(
  db: TenantDb,
  ctx: TenantContext,
  row: TakedownRow,
  template: ToClaimant,
  more: object = {},
): Promise<void> {
  const locale = isLocale(row.claimantLocale) ? row.claimantLocale : ctx.tenant.locale
  const url = sitePath(ctx.tenant, `/claims/${claimToken(ctx, row.id)}`, locale)
  const props = { name: row.claimantName, title: await titleOf(db, row), url, at: ctx.now().toISOString(), ...more }
  await queueMail(db, ctx, { template, to: row.claimantEmail, locale, props })
}

/** Writes to everybody who may decide on takedowns. */
export async function tellDesk(db: TenantDb, ctx: TenantContext, row: TakedownRow, template: ToCrew, more: object = {}): Promise<void> {
  const title = await titleOf(db, row)
  const desk = await db.account.findMany({ where: { role: { in: ['admin', 'owner'] } }, orderBy: { id: 'asc' } })
  for (const { email, name, locale } of desk) {
    const props = { name, title, url: `/studio/takedowns/${row.id}`, at: ctx.now().toISOString(), ...more }
    await queueMail(db, ctx, { template, to: email, locale: isLocale(locale) ? locale : ctx.tenant.locale, props })
  }
}

async function titleOf(db: TenantDb, row: TakedownRow): Promise<string> {
  const mix = await db.mix.findFirstOrThrow({ where: { id: row.mixId }, select: { title: true } })
  return mix.title
}
