import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { formatLrc } from './lrc.ts'
import type { timedTextKinds } from './save-timed-text.ts'

const linesSchema = z.array(z.object({ atMs: z.number(), text: z.string() })).catch([])

export interface TimedTextView {
  kind: (typeof timedTextKinds)[number]
  locale: string
  lrc: string
  /** Send it back with a change. */
  savedAt: Date
}

/** The words of a mix, as LRC. Throws `not_found`, `forbidden`. */
export async function listTimedTexts(given: TenantContext, input: { mixId: string }): Promise<TimedTextView[]> {
  const ctx = requirePermission(given, 'catalogue.edit')
  return withTenant(ctx.ref, async (db) => {
    if ((await db.mix.count({ where: { id: input.mixId } })) === 0) throw notFound()
    const rows = await db.timedText.findMany({ where: { mixId: input.mixId }, orderBy: [{ kind: 'asc' }, { locale: 'asc' }] })
    return rows.map(({ kind, locale, lines, updatedAt }) => ({
      kind,
      locale,
      lrc: formatLrc(linesSchema.parse(lines)),
      savedAt: updatedAt,
    }))
  })
}
