import type { Beat, PlayReport } from './play-report.ts'

/** Why a play is not counted. It is acknowledged all the same: sending it again would change nothing. */
export type DropReason = 'too_old' | 'future' | 'unknown_mix'

export interface AcceptedPlay {
  playId: string
  mixId: string
  /** By our clock. */
  startedAt: Date
  source: string
  quality: string
  durationMs: number
  /** One of each number. */
  beats: Beat[]
}

const oldestMs = 7 * 24 * 60 * 60_000
/** A request that took long makes the device's clock look slow by that much. */
const toleranceMs = 60_000

/**
 * Sets a report's times right by our clock, and puts together what it says twice. A device whose clock is a year off is off by the same year when
 * it says what time it is now; what then still lies ahead, or more than a week back, is not believed.
 */
export function acceptReport(
  report: PlayReport,
  now: Date,
): { accepted: AcceptedPlay[]; dropped: { playId: string; reason: DropReason }[] } {
  const offsetMs = now.getTime() - Date.parse(report.deviceNow)
  const accepted = new Map<string, AcceptedPlay>()
  const dropped = new Map<string, DropReason>()
  for (const { playId, startedAt, beats, ...play } of report.plays) {
    const at = Date.parse(startedAt) + offsetMs
    if (at > now.getTime() + toleranceMs) dropped.set(playId, 'future')
    else if (at < now.getTime() - oldestMs) dropped.set(playId, 'too_old')
    else {
      const known = accepted.get(playId)
      const own = known ?? { playId, ...play, startedAt: new Date(Math.min(at, now.getTime())), beats: [] }
      own.beats = oneOfEach([...own.beats, ...beats])
      accepted.set(playId, own)
    }
  }
  return { accepted: [...accepted.values()], dropped: [...dropped].map(([playId, reason]) => ({ playId, reason })) }
}

/** The first of each number stands. */
export function oneOfEach(beats: readonly Beat[]): Beat[] {
  const bySeq = new Map<number, Beat>()
  for (const beat of beats) if (!bySeq.has(beat.seq)) bySeq.set(beat.seq, beat)
  return [...bySeq.values()]
}
