import type { TrackRow } from '../../site/views.ts'
import { trackEnd } from './chapters.ts'

/** `at`: a moment of the clock, or a place in the mix it was asked for. */
export type Sleep = { kind: 'minutes'; at: number } | { kind: 'track'; mixId: string; atMs: number } | { kind: 'mix'; mixId: string }
export type SleepChoice = { kind: 'minutes'; minutes: number } | { kind: 'track' } | { kind: 'mix' }

/** The last seconds grow quieter, so that silence wakes nobody. */
const fadeMs = 8_000

export function startSleep(
  choice: SleepChoice,
  now: number,
  here: { mixId: string; ms: number; tracks: readonly TrackRow[]; durationMs: number },
): Sleep {
  if (choice.kind === 'minutes') return { kind: 'minutes', at: now + choice.minutes * 60_000 }
  if (choice.kind === 'mix') return { kind: 'mix', mixId: here.mixId }
  return { kind: 'track', mixId: here.mixId, atMs: trackEnd(here.tracks, here.ms, here.durationMs) }
}

/**
 * What the timer wants now: how loud (1 … 0), and whether it is over. A timer for a mix or track that is no longer the one that plays is over
 * as well: it was left behind, and what was asked for was quiet.
 */
export function sleepNow(
  sleep: Sleep,
  now: number,
  here: { mixId: string; ms: number; durationMs: number; rate: number },
): { gain: number; over: boolean } {
  const leftMs = sleepLeftMs(sleep, now, here)
  return { gain: Math.min(1, Math.max(0, leftMs / fadeMs)), over: leftMs <= 0 }
}

/** Milliseconds of the clock until it is quiet. */
export function sleepLeftMs(sleep: Sleep, now: number, here: { mixId: string; ms: number; durationMs: number; rate: number }): number {
  if (sleep.kind === 'minutes') return sleep.at - now
  if (sleep.mixId !== here.mixId) return 0
  const end = sleep.kind === 'mix' ? here.durationMs : sleep.atMs
  return (end - here.ms) / here.rate
}

/** A timer as it was kept. Null when it is none. */
export function readSleep(kept: unknown): Sleep | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { kind, at, mixId, atMs } = kept as Record<string, unknown>
  if (kind === 'minutes' && typeof at === 'number') return { kind, at }
  if (kind === 'track' && typeof mixId === 'string' && typeof atMs === 'number') return { kind, mixId, atMs }
  return kind === 'mix' && typeof mixId === 'string' ? { kind, mixId } : null
}
