import { raiseRevision, withTenant } from '@residency/db'
import { recordAudit } from '../../audit/index.ts'
import type { TenantContext } from '../../context/index.ts'

/**
 * Brings out every scheduled mix whose time has come and that can be heard; one that waited for its audio is as new as that. Run twice, or by two workers at once, it does so once. Returns how many came out.
 * For the worker alone.
 */
export async function releaseDueMixes(ctx: TenantContext): Promise<number> {
  return withTenant(ctx.ref, async (db) => {
    const rows = await db.$queryRaw<{ id: string; title: string }[]>`
      update mix m set publication = 'published', version = m.version + 1, published_at = greatest(m.published_at, r.ready_at)
      from recording r where r.tenant_id = m.tenant_id and r.id = m.recording_id
        and m.publication = 'scheduled' and m.published_at <= ${ctx.now()} returning m.id, m.title`
    for (const { id, title } of rows)
      await recordAudit(db, ctx, { action: 'mix.released', subjectKind: 'mix', subjectId: id, data: { title } })
    if (rows.length > 0) await raiseRevision(db)
    return rows.length
  })
}
