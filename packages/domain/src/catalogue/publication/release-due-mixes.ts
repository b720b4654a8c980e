import { raiseRevision, withTenant } from '@residency/db'
import { recordAudit } from '../../audit/index.ts'
import type { TenantContext } from '../../context/index.ts'

/**
 * Brings out every scheduled mix whose time has come. Run twice, or by two workers at once, it does so once. Returns how many came out.
 * For the worker alone.
 */
export async function releaseDueMixes(ctx: TenantContext): Promise<number> {
  return withTenant(ctx.ref, async (db) => {
    const rows = await db.$queryRaw<{ id: string; title: string }[]>`
      update mix set publication = 'published', version = version + 1
      where publication = 'scheduled' and published_at <= ${ctx.now()} returning id, title`
    for (const { id, title } of rows)
      await recordAudit(db, ctx, { action: 'mix.released', subjectKind: 'mix', subjectId: id, data: { title } })
    if (rows.length > 0) await raiseRevision(db)
    return rows.length
  })
}
