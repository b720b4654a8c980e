import type { AudioFacts } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'

export interface PreviewOptions {
  startMs: number
  durationMs: number
  outFile: string
  signal?: AbortSignal
}

/** Cuts a piece as AAC in an MP4 that any browser plays before it has all of it. Throws MediaError. */
export async function cutPreview(_file: string, _facts: AudioFacts, _options: PreviewOptions): Promise<{ bytes: number }> {
  throw new MediaError('unsupported', 'not built yet')
}
