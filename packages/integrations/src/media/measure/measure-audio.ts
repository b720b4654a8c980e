import type { AudioFacts, OnProgress, Trim } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'
import type { Measurements } from './measurements.ts'

export interface MeasureOptions {
  /** Measures this part alone. */
  trim?: Trim
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** Measures a recording in one pass, away from the caller's event loop. `facts` are probeAudio's. Throws MediaError. */
export async function measureAudio(_file: string, _facts: AudioFacts, _options: MeasureOptions = {}): Promise<Measurements> {
  throw new MediaError('unsupported', 'not built yet')
}
