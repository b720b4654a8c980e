import { type Publication, readTenant, type TenantRef } from '@residency/db'
import { readStanding } from '../../access/index.ts'

export interface HearableMix {
  recordingId: string | null
  /** Null: nothing is known of its length yet. */
  durationMs: number | null
}

interface Row {
  publication: Publication
  recordingId: string | null
  durationMs: number
  hasLink: boolean
}

const text = `select m.publication, r.id as "recordingId", coalesce(r.duration_ms - r.trim_start_ms - r.trim_end_ms, m.duration_ms) as "durationMs",
    exists (select from listen_link l where l.mix_id = m.id and l.revoked_at is null and l.expires_at > now()) as "hasLink"
  from mix m left join recording r on r.tenant_id = m.tenant_id and r.id = m.recording_id where m.id = $1`

/**
 * The mix as far as counting needs it, or null when this listener can't be hearing it. Beats don't carry the token of a listen link: that there
 * is one that opens is enough to count by.
 */
export function getHearableMix(ref: TenantRef, listener: { mixId: string; accountId: string | null }): Promise<HearableMix | null> {
  return readTenant(ref, async (sql) => {
    const standing = await readStanding(sql, { ...listener, linkHash: null }, new Date())
    if (!standing) return null
    const [mix] = await sql.query<Row>('plays_mix', text, [listener.mixId])
    if (!mix) return null
    const byLink = mix.hasLink && (mix.publication === 'unlisted' || mix.publication === 'draft')
    if (!standing.open && !byLink) return null
    return { recordingId: mix.recordingId, durationMs: mix.durationMs > 0 ? mix.durationMs : null }
  })
}
