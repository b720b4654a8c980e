import type { AudioFacts, AudioTags, OnProgress } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'

export interface DownloadOptions {
  format: 'mp3'
  tags: Partial<AudioTags>
  /** JPEG or PNG. */
  cover?: Uint8Array | null
  chapters?: readonly { startMs: number; title: string }[]
  outFile: string
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** Writes an MP3 of 320 kbit/s with tags, cover and chapters (ID3v2.3). Throws MediaError. */
export async function makeDownload(_file: string, _facts: AudioFacts, _options: DownloadOptions): Promise<{ bytes: number }> {
  throw new MediaError('unsupported', 'not built yet')
}
