import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sniffImage } from '../../imaging/sniff.ts'
import type { AudioFacts, AudioTags, OnProgress, Trim } from '../audio-facts.ts'
import { asMediaFailure, patience, trimFilter } from '../decode/start-decoder.ts'
import { strangersInput, toolPreamble } from '../process/input.ts'
import { startTool } from '../process/start-tool.ts'

export interface DownloadOptions {
  format: 'mp3'
  tags: Partial<AudioTags>
  /** JPEG or PNG; anything else is left out. */
  cover?: Uint8Array | null
  chapters?: readonly { startMs: number; title: string }[]
  /** What is heard of it; chapters are counted from there. */
  trim?: Trim
  outFile: string
  onProgress?: OnProgress
  signal?: AbortSignal
}

const bitRate = 320_000
const mostTagLength = 2_000

/** ffmpeg's metadata file: one line each, with its own signs escaped. */
const escaped = (text: string): string => text.slice(0, mostTagLength).replace(/[=;#\\\n]/g, (sign) => (sign === '\n' ? ' ' : `\\${sign}`))

/** What ffmpeg reads tags and chapters from. */
function writeMetadata({ tags, chapters = [] }: Pick<DownloadOptions, 'tags' | 'chapters'>, durationMs: number): string {
  const lines = Object.entries(tags).flatMap(([name, text]) => (text ? [`${name}=${escaped(text)}`] : []))
  const marks = [...chapters].sort((a, b) => a.startMs - b.startMs).filter(({ startMs }) => startMs < durationMs)
  const parts = marks.flatMap(({ startMs, title }, index) => [
    ...['[CHAPTER]', 'TIMEBASE=1/1000', `START=${Math.round(startMs)}`],
    ...[`END=${Math.round(marks[index + 1]?.startMs ?? durationMs)}`, `title=${escaped(title)}`],
  ])
  return [';FFMETADATA1', ...lines, ...parts, ''].join('\n')
}

/**
 * Writes an MP3 of 320 kbit/s with our tags, cover and chapters (ID3v2.3); nothing the original carried comes along. Throws MediaError when
 * it is the file's fault.
 */
export async function makeDownload(file: string, facts: AudioFacts, options: DownloadOptions): Promise<{ bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'download-'))
  try {
    const metadata = join(folder, 'metadata')
    const durationMs = options.trim ? options.trim.endMs - options.trim.startMs : facts.durationMs
    await writeFile(metadata, writeMetadata(options, durationMs))
    const kind = options.cover ? sniffImage(options.cover) : null
    const cover = options.cover && (kind === 'jpeg' || kind === 'png') ? join(folder, 'cover') : null
    if (cover && options.cover) await writeFile(cover, options.cover)
    const picture = cover ? ['-f', kind === 'png' ? 'png_pipe' : 'jpeg_pipe', '-i', `file:${cover}`] : []
    const attach = cover
      ? ['-map', '2:v:0', '-c:v', 'copy', '-disposition:v', 'attached_pic', '-metadata:s:v', 'comment=Cover (front)']
      : []
    const part = trimFilter(options.trim)
    const encode = [
      ...(part.length > 0 ? ['-af', part.join(',')] : []),
      '-c:a',
      'libmp3lame',
      '-b:a',
      String(bitRate),
      '-compression_level',
      '5',
      '-ac',
      '2',
    ]
    const tool = await startTool(
      'ffmpeg',
      [
        ...[...toolPreamble('ffmpeg'), ...strangersInput(file, facts), '-f', 'ffmetadata', '-i', `file:${metadata}`, ...picture],
        ...['-map', '0:a:0', '-map_metadata', '1', '-map_chapters', '1', ...attach, ...encode, '-id3v2_version', '3'],
        ...['-progress', 'pipe:1', '-nostats', '-y', '-f', 'mp3', `file:${resolve(options.outFile)}`],
      ],
      {
        seconds: patience(facts.durationMs),
        fileBytes: Math.ceil((facts.durationMs / 8_000) * bitRate * 1.1) + 64 * 1024 * 1024,
        signal: options.signal,
      },
    )
    tool.outputs[0]?.setEncoding('utf8').on('data', (text: string) => {
      const microseconds = Number(/out_time_us=(\d+)/.exec(text)?.[1])
      if (Number.isFinite(microseconds)) options.onProgress?.(Math.min(1, microseconds / 1000 / Math.max(1, facts.durationMs)))
    })
    await tool.ended
    return { bytes: (await stat(options.outFile)).size }
  } catch (error) {
    await rm(options.outFile, { force: true })
    throw asMediaFailure(error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
