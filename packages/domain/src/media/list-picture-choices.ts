import { withTenant } from '@residency/db'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { localize } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

/** A picture as an editor offers it. */
export interface PictureChoice {
  id: string
  /** Its words in the reader's language, else its file's name. */
  label: string
  /** #rrggbb */
  tone: string
}

const newest = 120

/** The newest pictures, and those of `chosen` however old: an editor must be able to show, and keep, what is chosen already. */
export async function listPictureChoices(ctx: TenantContext, input: { chosen: readonly (string | null)[] }): Promise<PictureChoice[]> {
  requirePermission(ctx, 'media.edit')
  const chosen = input.chosen.filter((id) => id !== null)
  const select = { id: true, filename: true, alt: true, tone: true }
  const rows = await withTenant(ctx.ref, async (db) => {
    const recent = await db.mediaItem.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: newest, select })
    const older = chosen.filter((id) => !recent.some((row) => row.id === id))
    return older.length === 0 ? recent : [...(await db.mediaItem.findMany({ where: { id: { in: older } }, select })), ...recent]
  })
  return rows.map(({ id, filename, alt, tone }) => ({
    id,
    tone,
    label: localize(alt as LocalizedText, ctx.locale, ctx.tenant.locale) || filename,
  }))
}
