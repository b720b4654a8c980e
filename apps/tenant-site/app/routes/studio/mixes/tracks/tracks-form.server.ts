import { decideSuggestionSchema, saveTracklistSchema } from '@residency/domain/tracklists'
import { typedMs } from '@residency/ui/studio'
import { z } from 'zod'
import { byIntent } from '../../by-intent.server.ts'

type Form = Record<string, unknown>

/** Rows named `tracks.<n>.<field>`, unchecked; a time that is none comes back as a wrong one. */
function unverifiedTracks(form: Form): unknown[] {
  const rows = new Map<number, Form>()
  for (const [name, value] of Object.entries(form)) {
    const [, at, field] = /^tracks\.(\d{1,4})\.(\w+)$/.exec(name) ?? []
    if (at === undefined || field === undefined) continue
    const row = rows.get(Number(at)) ?? {}
    rows.set(Number(at), { ...row, [field]: value })
  }
  return [...rows.values()].map((row) => ({
    id: row.id || null,
    startMs: typedMs(String(row.start ?? '')) ?? Number.NaN,
    title: row.title ?? '',
    artist: row.artist ?? '',
    label: row.label || null,
    isUnknown: row.isUnknown === 'on',
  }))
}

const save = z
  .looseObject({ expectedVersion: z.coerce.number() })
  .transform((form) => ({ expectedVersion: form.expectedVersion, tracks: unverifiedTracks(form) }))
  .pipe(saveTracklistSchema.omit({ mixId: true }))

/** The forms of the tracklist: the list itself, what is read into it, and what fans say. */
export const tracksFormSchema = byIntent({
  save,
  paste: z.object({ text: z.string() }),
  import: z.object({ file: z.instanceof(File).refine((file) => file.size > 0, 'required') }),
  embedded: z.object({}),
  accepted: decideSuggestionSchema.pick({ suggestionId: true }),
  declined: decideSuggestionSchema.pick({ suggestionId: true }),
})
