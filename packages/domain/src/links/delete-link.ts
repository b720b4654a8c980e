import { raiseRevision, withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { linkIdSchema } from './get-link.ts'

/** Takes a link away for good. Throws `not_found`, `forbidden`. */
export async function deleteLink(given: TenantContext, input: z.output<typeof linkIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'links.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.link.findFirst({ where: { id: input.linkId } })
    if (!row) throw notFound()
    await db.link.delete({ where: db.key(row.id) })
    await recordAudit(db, ctx, { action: 'link.deleted', subjectKind: 'link', subjectId: row.id, data: { url: row.url } })
    await raiseRevision(db)
  })
}
