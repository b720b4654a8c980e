import { locales } from '@residency/config'
import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { isSeen } from '../catalogue/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict, invalid, notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { parseLrc } from './lrc.ts'

export const timedTextKinds = ['lyrics', 'notes'] as const
export const timedTextKeySchema = z.object({ mixId: z.uuid(), kind: z.enum(timedTextKinds), locale: z.enum(locales) })

const mostLines = 3_000
const longestLine = 500

export const saveTimedTextSchema = timedTextKeySchema.extend({
  /** LRC; empty takes the text away. */
  lrc: z.string().max(200_000),
  /** When it was last saved, as it was read: ISO 8601, or null where there was none. */
  expectedAt: z.iso.datetime().nullable(),
})

/**
 * Writes the words of a mix in one language. Throws `invalid` (no line has a time, too many, one after the end), `conflict` (somebody saved
 * since), `not_found`, `forbidden`.
 */
export async function saveTimedText(given: TenantContext, input: z.output<typeof saveTimedTextSchema>): Promise<void> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { mixId, kind, locale, lrc, expectedAt } = input
  const isEmpty = lrc.trim() === ''
  const lines = parseLrc(lrc)
  if (!isEmpty && lines.length === 0) throw invalid({ lrc: 'timedText.noTimes' })
  if (lines.length > mostLines || lines.some(({ text }) => text.length > longestLine)) throw invalid({ lrc: 'timedText.tooLong' })
  await withTenant(ctx.ref, async (db) => {
    // One save after another: two first ones at the same moment would both find nothing.
    await db.$queryRaw`select id from mix where tenant_id = (select current_tenant()) and id = ${mixId}::uuid for update`
    const mix = await db.mix.findFirst({ where: { id: mixId }, select: { title: true, durationMs: true, publication: true } })
    if (!mix) throw notFound()
    if (mix.durationMs > 0 && lines.some(({ atMs }) => atMs > mix.durationMs)) throw invalid({ lrc: 'timedText.afterEnd' })
    const known = await db.timedText.findFirst({ where: { mixId, kind, locale } })
    if ((known?.updatedAt.toISOString() ?? null) !== expectedAt) throw conflict('collision', { name: '?' })
    const data = lines.map(({ atMs, text }) => ({ atMs, text }))
    if (isEmpty && known) await db.timedText.delete({ where: db.key(known.id) })
    else if (known) await db.timedText.update({ where: db.key(known.id), data: { lines: data } })
    else if (!isEmpty) await db.timedText.create({ data: { mixId, kind, locale, lines: data } })
    await recordAudit(db, ctx, {
      action: 'mix.wordsSaved',
      subjectKind: 'mix',
      subjectId: mixId,
      data: { title: mix.title, kind, locale, lines: lines.length },
    })
    if (isSeen(mix.publication)) await raiseRevision(db)
  })
}
