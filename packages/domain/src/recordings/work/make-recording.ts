import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { limits } from '@residency/config'
import {
  type AudioFacts,
  type EncodedRendition,
  encodeHls,
  MediaError,
  measureAudio,
  probeAudio,
  type RenditionName,
  type Trim,
} from '@residency/integrations/media'
import type { TenantContext } from '../../context/index.ts'
import { abandonRecording, failRecording, finishRecording } from './end-recording.ts'
import { type Hold, takeHold } from './hold.ts'
import { keepFacts } from './keep-facts.ts'
import { keepMeasurements } from './keep-measurements.ts'
import { patiently } from './patiently.ts'
import { SegmentStore } from './segment-store.ts'
import { TakenOver } from './taken-over.ts'
import { throttled } from './throttled.ts'
import { fetchOriginal, inWorkingFolder } from './working-folder.ts'

export interface MakeRecording {
  recordingId: string
  /** Aborts when the process wants to stop: the job goes on elsewhere. */
  stopping?: AbortSignal
}

/**
 * Makes a received original into what fans hear: checks it, measures and encodes it, stores segments as they come, and has the mix play it at
 * the end. Safe to run again, and beside a worker that was thought dead. A file that is refused ends as `failed` with its problem, the original
 * kept. Throws what may pass (a store or a database that is away), for another try. For the worker alone.
 */
export async function makeRecording(ctx: TenantContext, { recordingId, stopping }: MakeRecording): Promise<void> {
  const hold = await takeHold(ctx, recordingId, stopping)
  if (!hold) return
  try {
    await inWorkingFolder((folder) => work(ctx, hold, folder))
  } catch (error) {
    if (stopping?.aborted) throw error
    // What stopped everything else says more than what it stopped.
    const cause: unknown = hold.signal.aborted ? hold.signal.reason : error
    if (cause instanceof TakenOver) return abandonRecording(ctx, recordingId)
    if (!(cause instanceof MediaError)) throw cause
    ctx.log.info({ recordingId, err: cause }, 'a recording was refused')
    await failRecording(hold, cause.problem)
  }
}

async function work(ctx: TenantContext, hold: Hold, folder: string): Promise<void> {
  const { signal, row } = hold
  const file = join(folder, 'original')
  const outDir = join(folder, 'segments')
  const fetched = await patiently(signal, () => fetchOriginal(ctx.tenant.id, row.objectKey, file, signal))
  if (!fetched) return failRecording(hold, 'original_gone')
  const facts = await probeAudio(file, { mostBytes: limits.uploadAudioBytes, mostDurationMs: limits.uploadAudioMs, signal })
  const { trimStartMs, trimEndMs, durationMs } = await keepFacts(ctx, hold, facts, fetched.sha256)
  const trim = trimStartMs + trimEndMs > 0 ? { startMs: trimStartMs, endMs: (durationMs ?? 0) - trimEndMs } : null
  await mkdir(outDir)
  const encoded = await measureAndEncode(ctx, hold, { file, facts, trim, outDir })
  await hold.write({ stage: 'encoded', progress: 0 })
  await finishRecording(ctx, hold, encoded)
}

interface Source {
  file: string
  facts: AudioFacts
  trim: Trim | null
  outDir: string
}

async function measureAndEncode(ctx: TenantContext, hold: Hold, { file, facts, trim, outDir }: Source): Promise<EncodedRendition[]> {
  const { signal } = hold
  const renditions: RenditionName[] = ['aac128', 'aac256', 'aac320', ...(facts.lossless ? (['flac'] as const) : [])]
  const segments = new SegmentStore(ctx.tenant.id, hold, renditions)
  const part = trim ? { trim } : {}
  let measured = 0
  let encoded = 0
  const tell = throttled(() => hold.write({ progress: Math.floor((hold.row.stage === 'checked' ? measured : encoded) * 1000) }))

  const encode = async (): Promise<EncodedRendition[]> => {
    const onProgress = (done: number): void => {
      encoded = done
      tell.soon()
    }
    try {
      const made = await encodeHls(file, facts, {
        outDir,
        ...part,
        renditions,
        onSegment: (event) => segments.take(event),
        onProgress,
        signal,
      })
      await segments.settle()
      return made
    } finally {
      // Whatever became of it, nobody waits for a first segment any longer.
      segments.close()
    }
  }
  const measure = async (): Promise<void> => {
    // All cores belong to the first segment, which somebody may be waiting to hear.
    await segments.first
    const onProgress = (done: number): void => {
      measured = done
      tell.soon()
    }
    await keepMeasurements(ctx, hold, await measureAudio(file, facts, { ...part, onProgress, signal }))
  }
  try {
    const [made] = await together(hold, encode(), measure())
    return made
  } finally {
    await tell.stop()
  }
}

/** When one fails the other is stopped, and both have ended before anybody takes their files away. */
async function together<A, B>(hold: Hold, first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const stopBoth = (error: unknown): never => {
    hold.abort(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  const [a, b] = await Promise.allSettled([first.catch(stopBoth), second.catch(stopBoth)])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}
