import type { TenantDb } from '@residency/db'
import type { MediaProblem } from '@residency/integrations/media'
import { announce, listen, tenantKey } from '@residency/integrations/redis'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

type RecordingRow = NonNullable<Awaited<ReturnType<TenantDb['recording']['findFirst']>>>

/**
 * Why the work on a recording stopped. Besides what the media engine finds: `original_gone` (there is no original to work from any more)
 * and `our_side` (a service of ours failed again and again; trying anew may help).
 */
export type RecordingFailure = MediaProblem | 'original_gone' | 'our_side'

const named: Record<RecordingFailure, true> = {
  empty: true,
  not_audio: true,
  cut_off: true,
  no_sound: true,
  refers_elsewhere: true,
  unsupported: true,
  absurd: true,
  too_long: true,
  too_large: true,
  took_too_long: true,
  broken: true,
  original_gone: true,
  our_side: true,
}
/** Every failure there is: each has words in every language. */
export const recordingFailures = Object.keys(named) as RecordingFailure[]

export interface RecordingProgress {
  recordingId: string
  mixId: string
  filename: string
  /** The last stage that is done; `failed` when the work stopped. */
  stage: RecordingRow['stage']
  /** 0..1000 of the stage that runs. */
  progress: number
  /** A RecordingFailure; its words are in `studioMixes`, `failure.<problem>`. */
  failure: string | null
  /** Which stage could not be reached. */
  failedAt: RecordingRow['stage'] | null
  /** Something of it can be heard already. */
  playable: boolean
}

export const progressOf = (row: RecordingRow): RecordingProgress => ({
  recordingId: row.id,
  mixId: row.mixId,
  filename: row.filename,
  stage: row.stage,
  progress: row.progress,
  failure: row.failure,
  failedAt: row.failedAt,
  playable: row.firstPlayAt !== null,
})

const channel = (tenantId: string): string => tenantKey(tenantId, 'recordings')

/** Tells the studio's open pages. After commit: what they hear can be read. */
export const announceProgress = (tenantId: string, row: RecordingRow): void => announce(channel(tenantId), JSON.stringify(progressOf(row)))

/**
 * Calls `hear` with each change of the tenant's recordings until the returned function is called. Nothing is kept: begin with
 * getRecordingProgress. Throws `unauthenticated`, `forbidden`.
 */
export function followRecordings(ctx: TenantContext, hear: (progress: RecordingProgress) => void): () => void {
  requirePermission(ctx, 'catalogue.edit')
  return listen(channel(ctx.tenant.id), (text) => hear(JSON.parse(text) as RecordingProgress))
}
