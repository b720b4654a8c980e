import type { AudioFacts } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'

export interface ProbeOptions {
  mostBytes: number
  mostDurationMs: number
  signal?: AbortSignal
}

/**
 * Finds out what a file is by its bytes, then has ffprobe read it as that and nothing else, shut off from the network and bounded in time
 * and memory. Throws MediaError for whatever is no recording we take.
 */
export async function probeAudio(_file: string, _options: ProbeOptions): Promise<AudioFacts> {
  throw new MediaError('unsupported', 'not built yet')
}
