import type { Locale } from '@residency/config'
import type { TenantSql } from '@residency/db'
import { z } from 'zod'

const linesSchema = z.array(z.object({ atMs: z.number(), text: z.string() })).catch([])

/** Words of a mix that go along with it. */
export interface TimedWords {
  kind: 'lyrics' | 'notes'
  locale: string
  /** In order of time. */
  lines: { atMs: number; text: string }[]
}

const text = `select distinct on (kind) kind, locale, lines from timed_text where mix_id = $1
  order by kind, (locale = $2) desc, (locale = $3) desc, locale`

/** Lyrics and notes of a mix: in the reader's language, else the tenant's, else whichever there is. */
export async function queryTimedWords(sql: TenantSql, mixId: string, languages: { reader: Locale; tenant: Locale }): Promise<TimedWords[]> {
  const rows = await sql.query<{ kind: TimedWords['kind']; locale: string; lines: unknown }>('mix_timed_words', text, [
    mixId,
    languages.reader,
    languages.tenant,
  ])
  return rows.map(({ kind, locale, lines }) => ({ kind, locale, lines: linesSchema.parse(lines) }))
}
