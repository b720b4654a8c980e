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
  probeEarly,
  type RenditionName,
  type Trim,
} from '@residency/integrations/media'
import type { TenantContext } from '../../context/index.ts'
import { ArrivingOriginal } from './arriving-original.ts'
import { abandonRecording, failRecording, finishRecording } from './end-recording.ts'
import { type Hold, takeHold } from './hold.ts'
import { keepFacts, keepHash } from './keep-facts.ts'
import { keepMeasurements } from './keep-measurements.ts'
import { SegmentStore } from './segment-store.ts'
import { TakenOver } from './taken-over.ts'
import { throttled } from './throttled.ts'
import { inWorkingFolder } from './working-folder.ts'

/** Whoever deletes a mix is not kept waiting by what is made of it, whichever stage it is in. */
const beatMs = 1_000

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
  // A database that is away for a moment takes nothing from anybody.
  const beats = setInterval(() => void hold.beat().catch(() => undefined), beatMs)
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
  } finally {
    clearInterval(beats)
  }
}

async function work(ctx: TenantContext, hold: Hold, folder: string): Promise<void> {
  const { signal, row } = hold
  const file = join(folder, 'original')
  const original = await ArrivingOriginal.begin(ctx.tenant.id, row.objectKey, file, signal)
  if (!original) return failRecording(hold, 'original_gone')
  try {
    await workOn(ctx, hold, { original, file, outDir: join(folder, 'segments') })
  } finally {
    await original.close()
  }
}

interface Files {
  original: ArrivingOriginal
  /** Where it arrives. */
  file: string
  outDir: string
}

async function workOn(ctx: TenantContext, hold: Hold, { original, file, outDir }: Files): Promise<void> {
  const bounds = { mostBytes: limits.uploadAudioBytes, mostDurationMs: limits.uploadAudioMs, signal: hold.signal }
  const missing = original.missing()
  // An hour of PCM is heard seconds after its upload: what it is, stands at its ends.
  const early = missing ? await probeEarly(file, missing, bounds) : null
  const sha256 = early ? null : await original.fetchRest()
  const facts = early ?? (await probeAudio(file, bounds))
  const { trimStartMs, trimEndMs, durationMs } = await keepFacts(ctx, hold, facts)
  const whole = async (after: Promise<void>): Promise<void> => keepHash(hold, sha256 ?? (await original.fetchRest(after)))
  const trim = trimStartMs + trimEndMs > 0 ? { startMs: trimStartMs, endMs: (durationMs ?? 0) - trimEndMs } : null
  await mkdir(outDir)
  const encoded = await measureAndEncode(ctx, hold, { original, file, facts, trim, outDir, whole })
  await hold.write({ stage: 'encoded', progress: 0 })
  await finishRecording(ctx, hold, encoded)
}

interface Source extends Files {
  facts: AudioFacts
  trim: Trim | null
  /** Fetches what is still missing, once that is done. */
  whole: (after: Promise<void>) => Promise<void>
}

async function measureAndEncode(ctx: TenantContext, hold: Hold, source: Source): Promise<EncodedRendition[]> {
  const { original, file, facts, trim, outDir } = source
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
        arrived: (byte) => original.arrived(byte),
        onSegment: (event) => segments.take(event),
        onProgress,
        signal,
      })
      await segments.settle()
      return made
    } finally {
      // Whatever became of it, nobody waits for a first segment any longer, and nothing is put behind our back.
      await segments.end()
    }
  }
  const measure = async (): Promise<void> => {
    // All cores belong to the first segment, which somebody may be waiting to hear.
    await Promise.all([segments.first, whole])
    const onProgress = (done: number): void => {
      measured = done
      tell.soon()
    }
    await keepMeasurements(ctx, hold, await measureAudio(file, facts, { ...part, onProgress, signal }))
  }
  const whole = source.whole(segments.first)
  try {
    const [made] = await together(hold, [encode(), measure(), whole])
    return made
  } finally {
    await tell.stop()
  }
}

/** When one fails the others are stopped, and all have ended before anybody takes their files away. */
async function together<T extends readonly unknown[]>(hold: Hold, works: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const stopAll = (error: unknown): never => {
    hold.abort(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  const ended = await Promise.allSettled(works.map((one) => (one as Promise<unknown>).catch(stopAll)))
  const failed = ended.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T
}
