import type { Loudness } from './measurements.ts'

const silenceLufs = -70

/** The summary that ffmpeg's ebur128 filter writes at its end. Throws a plain Error when there is none. */
export function readLoudness(stderr: string): Loudness {
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'))
  const number = (pattern: RegExp, floor: number): number => {
    const found = pattern.exec(summary)?.[1]
    if (found === undefined) throw new Error('ffmpeg said nothing of loudness')
    const value = Number(found)
    return Number.isFinite(value) ? Math.max(floor, value) : floor
  }
  return {
    integratedLufs: number(/\bI:\s+(\S+) LUFS/, silenceLufs),
    truePeakDbtp: number(/\bPeak:\s+(\S+) dBFS/, silenceLufs),
    rangeLu: number(/\bLRA:\s+(\S+) LU/, 0),
  }
}
