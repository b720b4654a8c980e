import type { TenantDb } from '@residency/db'
import { z } from 'zod'
import { progressOf, type RecordingProgress } from './progress.ts'

type RecordingRow = NonNullable<Awaited<ReturnType<TenantDb['recording']['findFirst']>>>

const tagsSchema = z
  .object({
    title: z.string(),
    artist: z.string(),
    album: z.string(),
    genre: z.string(),
    date: z.string(),
    comment: z.string(),
  })
  .partial()
  .catch({})
const suggestionSchema = z.object({ genres: z.array(z.string()), moods: z.array(z.string()) }).catch({ genres: [], moods: [] })
const alternativesSchema = z
  .array(z.object({ bpm: z.number(), relation: z.enum(['half', 'double', 'other']), weight: z.number() }))
  .catch([])

/** One version of a mix's audio as the crew sees it. */
export interface RecordingView extends RecordingProgress {
  number: number
  /** Fans hear this one. */
  isCurrent: boolean
  createdAt: Date
  readyAt: Date | null
  bytes: number
  /** There is an original to encode again, trim or download. */
  originalKept: boolean
  format: string | null
  lossless: boolean
  sampleRate: number | null
  channels: number | null
  bitsPerSample: number | null
  /** Of the whole original, in milliseconds. */
  durationMs: number | null
  trimStartMs: number
  trimEndMs: number
  /** Silence found at the ends of what is heard: a suggestion for the trim. */
  silenceStartMs: number | null
  silenceEndMs: number | null
  tags: z.output<typeof tagsSchema>
  hasCueSheet: boolean
  loudness: { lufs: number; truePeakDb: number; rangeLu: number } | null
  /** Confidences are 0..1. */
  tempo: { bpm: number; confidence: number; alternatives: z.output<typeof alternativesSchema> } | null
  key: { name: string; camelot: string | null; confidence: number } | null
  suggestion: z.output<typeof suggestionSchema>
  /** The same music is here already. */
  duplicateOf: { recordingId: string; mixId: string; mixTitle: string; filename: string } | null
}

export function recordingView(
  row: RecordingRow,
  more: { currentId: string | null; duplicateOf: RecordingView['duplicateOf'] },
): RecordingView {
  const { loudnessCentiLufs: lufs, truePeakCentiDb: peak, rangeCentiLu: range, bpmCenti, musicalKey, camelot } = row
  return {
    ...progressOf(row),
    number: row.number,
    isCurrent: row.id === more.currentId,
    createdAt: row.createdAt,
    readyAt: row.readyAt,
    bytes: Number(row.bytes),
    originalKept: row.originalDeletedAt === null,
    format: row.format,
    lossless: row.lossless,
    sampleRate: row.sampleRate,
    channels: row.channels,
    bitsPerSample: row.bitsPerSample,
    durationMs: row.durationMs,
    trimStartMs: row.trimStartMs,
    trimEndMs: row.trimEndMs,
    silenceStartMs: row.silenceStartMs,
    silenceEndMs: row.silenceEndMs,
    tags: tagsSchema.parse(row.tags),
    hasCueSheet: row.cueSheet !== null,
    loudness: lufs === null || peak === null ? null : { lufs: lufs / 100, truePeakDb: peak / 100, rangeLu: (range ?? 0) / 100 },
    tempo:
      bpmCenti === null
        ? null
        : {
            bpm: bpmCenti / 100,
            confidence: (row.bpmConfidence ?? 0) / 1000,
            alternatives: alternativesSchema.parse(row.bpmAlternatives),
          },
    key: musicalKey === null ? null : { name: musicalKey, camelot, confidence: (row.keyConfidence ?? 0) / 1000 },
    suggestion: suggestionSchema.parse(row.suggestion),
    duplicateOf: more.duplicateOf,
  }
}
