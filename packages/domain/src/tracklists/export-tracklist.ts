import type { TenantContext } from '../context/index.ts'
import { formatChapters } from './formats/chapters.ts'
import { formatCue } from './formats/cue.ts'
import { formatText } from './formats/text.ts'
import { getTracklist } from './get-tracklist.ts'

export const exportFormats = ['cue', 'json', 'txt'] as const
export type ExportFormat = (typeof exportFormats)[number]

const types: Record<ExportFormat, string> = {
  cue: 'application/x-cue; charset=utf-8',
  json: 'application/json+chapters; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** The tracklist as a file: cue sheet, chapters JSON (Podcasting 2.0) or text. Throws `not_found`, `forbidden`. */
export async function exportTracklist(
  ctx: TenantContext,
  input: { mixId: string; format: ExportFormat },
): Promise<{ filename: string; contentType: string; body: string }> {
  const list = await getTracklist(ctx, input)
  const about = { title: list.title, artist: ctx.tenant.name, filename: `${list.slug}.wav` }
  const body =
    input.format === 'cue'
      ? formatCue(about, list.tracks)
      : input.format === 'json'
        ? `${JSON.stringify(formatChapters(about, list.tracks, { unknown: 'ID - ID' }), null, 2)}\n`
        : `${formatText(list.tracks)}\n`
  return { filename: `${list.slug}.${input.format}`, contentType: types[input.format], body }
}
