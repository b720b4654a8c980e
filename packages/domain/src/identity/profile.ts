import { isLocale, type Locale, locales } from '@residency/config'
import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { AccountRole, TenantContext } from '../context/index.ts'
import { unauthenticated } from '../errors/index.ts'
import { requireAccount } from '../policy/index.ts'
import { nameField, timeZoneField } from './fields.ts'

export interface Profile {
  id: string
  name: string
  email: string
  role: AccountRole
  locale: Locale | null
  timeZone: string | null
  createdAt: Date
  hasPassword: boolean
  secondFactor: 'off' | 'waiting' | 'on'
  recoveryCodesLeft: number
}

/** The signed-in person's own account. Throws `unauthenticated`. */
export async function getProfile(given: TenantContext): Promise<Profile> {
  const ctx = requireAccount(given)
  return withTenant(ctx.ref, async (db) => {
    const account = await db.account.findFirst({ where: { id: ctx.actor.accountId } })
    if (!account) throw unauthenticated()
    const recoveryCodesLeft = await db.recoveryCode.count({ where: { accountId: account.id, usedAt: null } })
    const { id, name, email, role, locale, timeZone, createdAt } = account
    const secondFactor = account.totpConfirmedAt ? 'on' : account.totpSecret ? 'waiting' : 'off'
    const hasPassword = account.passwordHash !== null
    return {
      id,
      name,
      email,
      role,
      locale: isLocale(locale) ? locale : null,
      timeZone,
      createdAt,
      hasPassword,
      secondFactor,
      recoveryCodesLeft,
    }
  })
}

export const updateProfileSchema = z.object({
  name: nameField,
  /** Null: what the site or the browser says. */
  locale: z.enum(locales).nullable(),
  timeZone: timeZoneField.nullable(),
})

/** Throws `unauthenticated`. */
export async function updateProfile(given: TenantContext, input: z.output<typeof updateProfileSchema>): Promise<void> {
  const ctx = requireAccount(given)
  await withTenant(ctx.ref, async (db) => {
    const { name, locale, timeZone } = input
    await db.account.update({ where: db.key(ctx.actor.accountId), data: { name, locale, timeZone } })
    await recordAudit(db, ctx, { action: 'account.profileChanged', subjectKind: 'account', subjectId: ctx.actor.accountId })
  })
}
