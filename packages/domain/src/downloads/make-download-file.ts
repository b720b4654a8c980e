import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { limits } from '@residency/config'
import { withTenant } from '@residency/db'
import { type AudioFacts, MediaError, makeDownload, probeAudio, type Trim } from '@residency/integrations/media'
import { type TenantStorage, tenantStorage } from '@residency/integrations/storage'
import type { TenantContext } from '../context/index.ts'
import { getSizedPicture } from '../media/index.ts'
import { fetchOriginal, inWorkingFolder } from '../recordings/index.ts'
import { fetchBestRendition } from './best-rendition.ts'
import { contentsMark, type DownloadContents, downloadKey, readDownloadContents } from './download-contents.ts'

const coverWidth = 960

/**
 * Makes the MP3 of a recording, with the mix's tags, cover and chapters as they are now, and stores it; those with older ones go. From the original, or
 * the best quality that was kept of it. Does nothing when it is there already. Safe to run again. For the worker alone.
 */
export async function makeDownloadFile(ctx: TenantContext, input: { recordingId: string; stopping?: AbortSignal }): Promise<void> {
  const { recordingId } = input
  const storage = tenantStorage(ctx.tenant.id)
  const contents = await withTenant(ctx.ref, (db) => readDownloadContents(db, ctx, recordingId))
  if (!contents) return
  const key = downloadKey(storage, recordingId, contentsMark(contents))
  if (await storage.head(key)) return
  const signal = input.stopping ?? new AbortController().signal
  await inWorkingFolder(async (folder) => {
    const outFile = join(folder, 'mix.mp3')
    try {
      const source = await sourceOf(ctx, recordingId, contents, folder, signal)
      if (!source) return
      const { bytes } = await makeDownload(source.file, source.facts, {
        format: 'mp3',
        outFile,
        signal,
        cover: contents.artworkId ? await coverOf(ctx, contents.artworkId) : null,
        tags: contents.tags,
        chapters: contents.chapters,
        ...(source.trim ? { trim: source.trim } : {}),
      })
      await storage.put(key, createReadStream(outFile), { contentType: 'audio/mpeg', bytes })
      await clearUp(ctx, storage, recordingId, key)
    } catch (error) {
      // It was good enough to be published and still is; only this can't be had of it. Another try would end the same.
      if (!(error instanceof MediaError) || signal.aborted) throw error
      ctx.log.error({ err: error, recordingId }, 'no MP3 could be made of a recording')
    }
  })
}

interface Source {
  file: string
  facts: AudioFacts
  trim: Trim | null
}

async function sourceOf(
  ctx: TenantContext,
  recordingId: string,
  { cut }: DownloadContents,
  folder: string,
  signal: AbortSignal,
): Promise<Source | null> {
  const row = await withTenant(ctx.ref, (db) => db.recording.findUnique({ where: db.key(recordingId), select: { objectKey: true } }))
  const file = join(folder, 'source')
  if (row && (await fetchOriginal(ctx.tenant.id, row.objectKey, file, signal))) {
    const facts = await probeAudio(file, { mostBytes: limits.uploadAudioBytes, mostDurationMs: limits.uploadAudioMs, signal })
    const trim = cut.startMs + cut.endMs > 0 ? { startMs: cut.startMs, endMs: facts.durationMs - cut.endMs } : null
    return { file, facts, trim }
  }
  const kept = await fetchBestRendition(ctx, recordingId, file, signal)
  return kept && { file, ...kept }
}

/** What says something else of the mix is nobody's any more; and when the recording went meanwhile, this one is not either. */
async function clearUp(ctx: TenantContext, storage: TenantStorage, recordingId: string, made: string): Promise<void> {
  const left = await withTenant(ctx.ref, (db) => db.recording.count({ where: { id: recordingId } }))
  for await (const { key } of storage.list('downloads', recordingId)) if (left === 0 || key !== made) await storage.delete(key)
}

const coverOf = async (ctx: TenantContext, id: string): Promise<Uint8Array | null> =>
  (await getSizedPicture(ctx, { id, w: coverWidth })).bytes
