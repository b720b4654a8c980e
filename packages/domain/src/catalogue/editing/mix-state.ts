import type { Publication, TenantDb } from '@residency/db'
import type { LocalizedText } from '../../context/index.ts'
import { conflict, notFound } from '../../errors/index.ts'

/** A mix as its editor shows it. */
export interface MixState {
  id: string
  slug: string
  title: string
  description: LocalizedText
  artworkId: string | null
  durationMs: number
  genre: string | null
  moods: string[]
  /** YYYY-MM-DD */
  recordedOn: string
  publication: Publication
  /** When everybody hears it; of a scheduled one it lies ahead, or it waits for its audio. */
  publishedAt: Date | null
  earlyAccess: boolean
  exclusiveTierId: string | null
  embedAllowed: boolean
  downloadable: boolean
  commentsOpen: boolean
  /** The version that fans hear; null: none is ready. */
  recordingId: string | null
  /** Send it back with a change: a change that saw an older one is refused. */
  version: number
}

export type MixRow = NonNullable<Awaited<ReturnType<TenantDb['mix']['findFirst']>>>

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

export const mixState = (row: MixRow): MixState => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  description: row.description as LocalizedText,
  artworkId: row.artworkId,
  durationMs: row.durationMs,
  genre: row.genre,
  moods: row.moods,
  recordedOn: dayOf(row.recordedOn),
  publication: row.publication,
  publishedAt: row.publishedAt,
  earlyAccess: row.earlyAccess,
  exclusiveTierId: row.exclusiveTierId,
  embedAllowed: row.embedAllowed,
  downloadable: row.downloadable,
  commentsOpen: row.commentsOpen,
  recordingId: row.recordingId,
  version: row.version,
})

/** Its hour has come, its audio has not: it comes out with that. */
export const waitsForAudio = (mix: Pick<MixState, 'publication' | 'publishedAt' | 'recordingId'>, now: Date): boolean =>
  mix.publication === 'scheduled' && mix.recordingId === null && mix.publishedAt !== null && mix.publishedAt <= now

/** Whether a change of it changes what somebody outside the crew can see. */
export const isSeen = (publication: Publication): boolean => publication !== 'draft' && publication !== 'taken_down'

/** Nothing was changed: either the mix is not there (or not this tenant's), or somebody else wrote since the caller looked. */
export async function mixCollision(db: TenantDb, mixId: string): Promise<never> {
  const row = await db.mix.findFirst({ where: { id: mixId }, select: { updatedBy: true } })
  if (!row) throw notFound()
  const other = row.updatedBy ? await db.account.findFirst({ where: { id: row.updatedBy }, select: { name: true } }) : null
  throw conflict('collision', { name: other?.name ?? '?' })
}
