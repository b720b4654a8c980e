import { createHash } from 'node:crypto'
import type { TenantDb } from '@residency/db'
import type { TenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'

/** What an MP3 says of its mix, and what is heard in it. */
export interface DownloadContents {
  tags: { title: string; artist: string; genre: string | null; date: string }
  artworkId: string | null
  chapters: { startMs: number; title: string }[]
  /** Milliseconds of the original that are cut off at its start and its end. */
  cut: { startMs: number; endMs: number }
}

/** Null when the recording is gone. */
export async function readDownloadContents(db: TenantDb, ctx: TenantContext, recordingId: string): Promise<DownloadContents | null> {
  const row = await db.recording.findUnique({
    where: db.key(recordingId),
    select: {
      trimStartMs: true,
      trimEndMs: true,
      mix: {
        select: {
          title: true,
          genre: true,
          recordedOn: true,
          artworkId: true,
          tracks: { orderBy: { position: 'asc' }, select: { startMs: true, title: true, artist: true } },
        },
      },
    },
  })
  if (!row) return null
  const { mix } = row
  return {
    tags: { title: mix.title, artist: ctx.tenant.name, genre: mix.genre, date: mix.recordedOn.toISOString().slice(0, 10) },
    artworkId: mix.artworkId,
    chapters: mix.tracks.map(({ startMs, title, artist }) => ({ startMs, title: [artist, title].filter(Boolean).join(' – ') || '?' })),
    cut: { startMs: row.trimStartMs, endMs: row.trimEndMs },
  }
}

/** Names the contents: an MP3 with other words or another cover in it is another object. */
export const contentsMark = (contents: DownloadContents): string =>
  createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 24)

/** Where the MP3 of a version with these contents lies. */
export const downloadKey = (storage: TenantStorage, recordingId: string, mark: string): string =>
  storage.key('downloads', recordingId, `${mark}.mp3`)
