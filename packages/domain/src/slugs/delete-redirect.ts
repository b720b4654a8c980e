import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'

export const deleteRedirectSchema = z.object({ redirectId: z.uuid() })

/** An old address stops leading anywhere. Throws `not_found`, `forbidden`. */
export async function deleteRedirect(given: TenantContext, input: z.output<typeof deleteRedirectSchema>): Promise<void> {
  const ctx = requirePermission(given, 'slugs.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.slugRedirect.findFirst({ where: { id: input.redirectId } })
    if (!row) throw notFound()
    await db.slugRedirect.delete({ where: db.key(row.id) })
    await recordAudit(db, ctx, {
      action: 'slug.redirectDeleted',
      subjectKind: row.kind,
      subjectId: row.targetId,
      data: { from: row.fromSlug },
    })
    await raiseRevision(db)
  })
}
