import { raiseRevision, withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { pageIdSchema } from './get-page.ts'

/** Deletes a page with its revisions. The about page stays: the site counts on it. Throws `not_found`, `conflict`, `forbidden`. */
export async function deletePage(given: TenantContext, input: z.output<typeof pageIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'pages.delete')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.page.findFirst({ where: { id: input.pageId } })
    if (!row) throw notFound()
    if (row.kind === 'about') throw conflict('page.aboutStays')
    await db.page.delete({ where: db.key(row.id) })
    await db.slugRedirect.deleteMany({ where: { kind: 'page', targetId: row.id } })
    await recordAudit(db, ctx, { action: 'page.deleted', subjectKind: 'page', subjectId: row.id, data: { slug: row.slug } })
    await raiseRevision(db)
  })
}
