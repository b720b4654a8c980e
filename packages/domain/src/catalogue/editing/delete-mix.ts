import { raiseRevision, withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../../audit/index.ts'
import type { TenantContext } from '../../context/index.ts'
import { conflict, notFound } from '../../errors/index.ts'
import { requirePermission } from '../../policy/index.ts'
import { forgetMixAudioLater } from '../../recordings/index.ts'
import type { mixIdSchema } from './edited-mix.ts'
import { isSeen } from './mix-state.ts'

/** States of a takedown in which the desk still needs the mix it is about. */
const open = ['reported', 'countered'] as const

/**
 * Deletes a mix with its audio, tracklist, comments and the old addresses that led to it. Throws `not_found`, `conflict` (a takedown is open),
 * `forbidden`.
 */
export async function deleteMix(given: TenantContext, input: z.output<typeof mixIdSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.edit')
  await withTenant(ctx.ref, async (db) => {
    const row = await db.mix.findFirst({ where: { id: input.mixId } })
    if (!row) throw notFound()
    if ((await db.takedown.count({ where: { mixId: row.id, state: { in: [...open] } } })) > 0) throw conflict('mix.takedownOpen')
    await forgetMixAudioLater(db, row.id)
    await db.mix.delete({ where: db.key(row.id) })
    await db.slugRedirect.deleteMany({ where: { kind: 'mix', targetId: row.id } })
    await recordAudit(db, ctx, { action: 'mix.deleted', subjectKind: 'mix', subjectId: row.id, data: { title: row.title, slug: row.slug } })
    if (isSeen(row.publication)) await raiseRevision(db)
  })
}
