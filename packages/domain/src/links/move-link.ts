import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type LinkState, linkState } from './link-state.ts'

export const moveLinkSchema = z.object({ linkId: z.uuid(), step: z.enum(['up', 'down', 'first', 'last']) })

/**
 * Moves a link among the others, and numbers them anew from 1. A step is relative, so two people who order at once both get what they
 * asked for; at an end it changes nothing. Throws `not_found`, `forbidden`.
 */
export async function moveLink(given: TenantContext, input: z.output<typeof moveLinkSchema>): Promise<LinkState[]> {
  const ctx = requirePermission(given, 'links.edit')
  return withTenant(ctx.ref, async (db) => {
    // One order at a time: the rows are held until this transaction ends.
    await db.$queryRaw`select id from link order by id for update`
    const rows = await db.link.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
    const from = rows.findIndex((row) => row.id === input.linkId)
    const [moved] = rows.splice(from, from < 0 ? 0 : 1)
    if (!moved) throw notFound()
    const to = { up: Math.max(0, from - 1), down: from + 1, first: 0, last: rows.length }[input.step]
    rows.splice(to, 0, moved)
    const ordered = rows.map((row, index) => ({ ...row, position: index + 1, before: row.position }))
    const changed = ordered.filter((row) => row.position !== row.before)
    for (const row of changed) await db.link.update({ where: db.key(row.id), data: { position: row.position } })
    if (changed.length > 0) {
      await recordAudit(db, ctx, {
        action: 'link.moved',
        subjectKind: 'link',
        subjectId: moved.id,
        data: { from: from + 1, to: Math.min(to, rows.length - 1) + 1 },
      })
      await raiseRevision(db)
    }
    return ordered.map(linkState)
  })
}
