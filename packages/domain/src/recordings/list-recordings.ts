import { type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type RecordingView, recordingView } from './recording-view.ts'

export const listRecordingsSchema = z.object({ mixId: z.uuid() })

/** The versions of a mix's audio, newest first. Throws `not_found`, `unauthenticated`, `forbidden`. */
export async function listRecordings(given: TenantContext, input: z.output<typeof listRecordingsSchema>): Promise<RecordingView[]> {
  const ctx = requirePermission(given, 'catalogue.edit')
  return withTenant(ctx.ref, async (db) => {
    const mix = await db.mix.findFirst({ where: { id: input.mixId }, select: { recordingId: true } })
    if (!mix) throw notFound()
    const rows = await db.recording.findMany({ where: { mixId: input.mixId }, orderBy: { number: 'desc' } })
    const originals = await originalsOf(
      db,
      rows.flatMap(({ duplicateOfId }) => (duplicateOfId ? [duplicateOfId] : [])),
    )
    return rows.map((row) =>
      recordingView(row, {
        currentId: mix.recordingId,
        duplicateOf: (row.duplicateOfId && originals.get(row.duplicateOfId)) || null,
      }),
    )
  })
}

async function originalsOf(db: TenantDb, ids: string[]): Promise<Map<string, NonNullable<RecordingView['duplicateOf']>>> {
  if (ids.length === 0) return new Map()
  const rows = await db.recording.findMany({
    where: { id: { in: ids } },
    select: { id: true, filename: true, mix: { select: { id: true, title: true } } },
  })
  return new Map(rows.map(({ id, filename, mix }) => [id, { recordingId: id, mixId: mix.id, mixTitle: mix.title, filename }]))
}
