import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { limits } from '@residency/config'
import { withTenant } from '@residency/db'
import { MediaError, makeDownload, probeAudio } from '@residency/integrations/media'
import { tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'
import { getSizedPicture } from '../media/index.ts'
import { fetchOriginal, inWorkingFolder } from '../recordings/index.ts'
import { downloadKey } from './download-key.ts'

const coverWidth = 960

/**
 * Makes the MP3 of a recording, with tags, cover and chapters, and stores it. Does nothing when it is there already, or the original is not.
 * Safe to run again. For the worker alone.
 */
export async function makeDownloadFile(ctx: TenantContext, input: { recordingId: string; stopping?: AbortSignal }): Promise<void> {
  const storage = tenantStorage(ctx.tenant.id)
  const row = await withTenant(ctx.ref, (db) =>
    db.recording.findUnique({
      where: db.key(input.recordingId),
      select: {
        id: true,
        objectKey: true,
        durationMs: true,
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
    }),
  )
  if (!row) return
  const key = downloadKey(storage, row.id)
  if (await storage.head(key)) return
  const signal = input.stopping ?? new AbortController().signal
  await inWorkingFolder(async (folder) => {
    const file = join(folder, 'original')
    const outFile = join(folder, 'mix.mp3')
    if (!(await fetchOriginal(ctx.tenant.id, row.objectKey, file, signal))) return
    const { mix } = row
    try {
      const facts = await probeAudio(file, { mostBytes: limits.uploadAudioBytes, mostDurationMs: limits.uploadAudioMs, signal })
      const { bytes } = await makeDownload(file, facts, {
        format: 'mp3',
        outFile,
        signal,
        cover: mix.artworkId ? await coverOf(ctx, mix.artworkId) : null,
        tags: {
          title: mix.title,
          artist: ctx.tenant.name,
          genre: mix.genre,
          date: mix.recordedOn.toISOString().slice(0, 10),
        },
        chapters: mix.tracks.map(({ startMs, title, artist }) => ({ startMs, title: [artist, title].filter(Boolean).join(' – ') || '?' })),
        ...(row.trimStartMs + row.trimEndMs > 0
          ? { trim: { startMs: row.trimStartMs, endMs: (row.durationMs ?? facts.durationMs) - row.trimEndMs } }
          : {}),
      })
      await storage.put(key, createReadStream(outFile), { contentType: 'audio/mpeg', bytes })
    } catch (error) {
      // It was good enough to be published and still is; only this can't be had of it. Another try would end the same.
      if (!(error instanceof MediaError) || signal.aborted) throw error
      ctx.log.error({ err: error, recordingId: row.id }, 'no MP3 could be made of a recording')
    }
  })
}

const coverOf = async (ctx: TenantContext, id: string): Promise<Uint8Array | null> =>
  (await getSizedPicture(ctx, { id, w: coverWidth })).bytes
