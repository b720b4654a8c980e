import type { TenantDb, TokenKind } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { hashToken, randomToken } from '../secrets/index.ts'

const minute = 60_000
/** How long a mail's link, or the step between password and code, is good. */
export const tokenLifeMs: Record<TokenKind, number> = {
  verify_email: 24 * 60 * minute,
  magic_link: 15 * minute,
  reset_password: 60 * minute,
  change_email: 24 * 60 * minute,
  second_factor: 10 * minute,
  undo_second_factor: 7 * 24 * 60 * minute,
}

export interface IssueToken {
  kind: TokenKind
  accountId: string
  email: string
  /** Given when a job makes the row: done twice, it makes it once. */
  token?: string
}

/** Stores a token's hash and returns the token, or null when the same token was stored before. */
export async function issueToken(db: TenantDb, ctx: TenantContext, input: IssueToken): Promise<string | null> {
  const { token = randomToken(), ...rest } = input
  const now = ctx.now()
  const { count } = await db.oneTimeToken.createMany({
    data: { ...rest, id: hashToken(token), createdAt: now, expiresAt: new Date(now.getTime() + tokenLifeMs[input.kind]) },
    skipDuplicates: true,
  })
  return count === 1 ? token : null
}

const open = (ctx: TenantContext, kind: TokenKind, token: string) => ({
  id: hashToken(token),
  kind,
  usedAt: null,
  expiresAt: { gt: ctx.now() },
})

/** The token's row with its account, while it can still be used. Does not use it up. */
export function findToken(db: TenantDb, ctx: TenantContext, kind: TokenKind, unverifiedToken: string) {
  return db.oneTimeToken.findFirst({ where: open(ctx, kind, unverifiedToken), include: { account: true } })
}

/** Uses a token up: of two requests at the same moment one gets it. Throws `gone`. */
export async function consumeToken(db: TenantDb, ctx: TenantContext, kind: TokenKind, unverifiedToken: string) {
  const found = await findToken(db, ctx, kind, unverifiedToken)
  const { count } = await db.oneTimeToken.updateMany({ where: open(ctx, kind, unverifiedToken), data: { usedAt: ctx.now() } })
  if (!found || count !== 1) throw linkGone()
  return found
}

/** Makes every open token of these kinds worthless. */
export async function voidTokens(db: TenantDb, accountId: string, kinds: TokenKind[]): Promise<void> {
  await db.oneTimeToken.deleteMany({ where: { accountId, kind: { in: kinds } } })
}

export const linkGone = (): AppError => new AppError('gone', { messageKey: 'account.linkGone' })
