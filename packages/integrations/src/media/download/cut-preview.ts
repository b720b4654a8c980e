import { rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { AudioFacts } from '../audio-facts.ts'
import { asMediaFailure, patience, trimFilter } from '../decode/start-decoder.ts'
import { strangersInput, toolPreamble } from '../process/input.ts'
import { startTool } from '../process/start-tool.ts'

export interface PreviewOptions {
  startMs: number
  durationMs: number
  outFile: string
  signal?: AbortSignal
}

const bitRate = 128_000

/**
 * Cuts a piece as AAC of 128 kbit/s in an MP4 whose header comes first, so that any browser plays it before it has all of it. Throws
 * MediaError when it is the file's fault.
 */
export async function cutPreview(
  file: string,
  facts: AudioFacts,
  { startMs, durationMs, outFile, signal }: PreviewOptions,
): Promise<{ bytes: number }> {
  const part = trimFilter({ startMs, endMs: startMs + durationMs }).join(',')
  const encode = ['-map', '0:a:0', '-af', part, '-ac', '2', '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', String(bitRate)]
  const clean = ['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart']
  try {
    const tool = await startTool(
      'ffmpeg',
      [...toolPreamble('ffmpeg'), ...strangersInput(file, facts), ...encode, ...clean, '-y', '-f', 'mp4', `file:${resolve(outFile)}`],
      { seconds: patience(startMs + durationMs), fileBytes: Math.ceil((durationMs / 8_000) * bitRate * 1.5) + 4 * 1024 * 1024, signal },
    )
    await tool.ended
    return { bytes: (await stat(outFile)).size }
  } catch (error) {
    await rm(outFile, { force: true })
    throw asMediaFailure(error)
  }
}
