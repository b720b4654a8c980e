import { locales } from '@residency/config'
import { type TenantDb, withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { mutedWordsSchema } from './muted-words.ts'

/** Inside the caller's transaction. */
export const readMutedWords = async (db: TenantDb): Promise<string[]> =>
  (await db.siteSetting.findFirst({ select: { mutedWords: true } }))?.mutedWords ?? []

/** The words that hold a fan's comment back until somebody has looked. Throws `unauthenticated`, `forbidden`. */
export async function getMutedWords(given: TenantContext): Promise<string[]> {
  const ctx = requirePermission(given, 'moderation.act')
  return withTenant(ctx.ref, readMutedWords)
}

/** Sets the list; what was said before stays as it is. Throws `unauthenticated`, `forbidden`. */
export async function muteWords(given: TenantContext, { words }: z.output<typeof mutedWordsSchema>): Promise<void> {
  const ctx = requirePermission(given, 'moderation.act')
  await withTenant(ctx.ref, async (db) => {
    const { count } = await db.siteSetting.updateMany({ data: { mutedWords: words } })
    // Every language, as for a site that has set nothing.
    if (count === 0) await db.siteSetting.create({ data: { locales: [...locales], mutedWords: words } })
    await recordAudit(db, ctx, { action: 'comment.wordsMuted', subjectKind: 'settings', data: { count: words.length } })
  })
}
