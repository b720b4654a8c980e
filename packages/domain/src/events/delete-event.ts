import { raiseRevision, withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { eventIdSchema } from './edited-event.ts'

/** Deletes an event and the old addresses that led to it. Throws `not_found`, `forbidden`. */
export async function deleteEvent(given: TenantContext, input: z.output<typeof eventIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'events.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.event.findFirst({ where: { id: input.eventId } })
    if (!row) throw notFound()
    await db.event.delete({ where: db.key(row.id) })
    await db.slugRedirect.deleteMany({ where: { kind: 'event', targetId: row.id } })
    await recordAudit(db, ctx, {
      action: 'event.deleted',
      subjectKind: 'event',
      subjectId: row.id,
      data: { title: row.title, slug: row.slug },
    })
    if (row.publication === 'published') await raiseRevision(db)
  })
}
