import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { parsePasted, parseTracklist } from './parse-tracklist.ts'
import type { ReadTracklist } from './track-draft.ts'

/**
 * Reads a file or pasted lines for a mix; nothing is written, so that it can be looked at, and undone, before it is saved. With neither, the
 * cue sheet that came with the audio. Throws `invalid`, `too_large`, `unsupported`, `not_found`, `forbidden`.
 */
export async function readTracklist(
  given: TenantContext,
  input: { mixId: string; file?: { filename: string; bytes: Uint8Array }; text?: string },
): Promise<ReadTracklist> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const { mixId, file, text } = input
  const mix = await withTenant(ctx.ref, (db) =>
    db.mix.findFirst({ where: { id: mixId }, select: { durationMs: true, recording: { select: { cueSheet: true } } } }),
  )
  if (!mix) throw notFound()
  const { durationMs } = mix
  if (file) return parseTracklist({ ...file, durationMs })
  if (text !== undefined) return parsePasted({ text, durationMs })
  return parseTracklist({ filename: 'embedded.cue', bytes: new TextEncoder().encode(mix.recording?.cueSheet ?? ''), durationMs })
}
