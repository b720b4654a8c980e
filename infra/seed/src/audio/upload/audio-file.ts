import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { loadEnv } from '@residency/config'
import type { MixPlan } from '../mix/plan-mix.ts'
import { renderMix } from '../mix/render-mix.ts'

/** As DJs bring them: the newest without loss, the others small. */
export type FileFormat = 'flac' | 'mp3'

const encoders: Record<FileFormat, string[]> = {
  flac: ['-c:a', 'flac', '-f', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '320k', '-id3v2_version', '3', '-f', 'mp3'],
}

interface Tags {
  title: string
  artist: string
  genre: string
}

/** Plays the mix into a file. The same mix gives the same bytes, so that an upload which was cut off can go on. Throws when ffmpeg fails. */
export async function writeMix(
  plan: MixPlan,
  file: string,
  { format, tags, signal }: { format: FileFormat; tags: Tags; signal?: AbortSignal },
): Promise<void> {
  const metadata = Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`])
  const args = ['-v', 'error', '-y', '-f', 'wav', '-i', 'pipe:0', '-bitexact', ...metadata, ...encoders[format], file]
  const child = spawn(loadEnv().FFMPEG_PATH, args, { stdio: ['pipe', 'ignore', 'pipe'], signal })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000)
  })
  const ended = once(child, 'close')
  const [fed, [code]] = await Promise.all([
    pipeline(Readable.from(renderMix(plan)), child.stdin, { signal }).catch((error: unknown) => error),
    ended,
  ])
  signal?.throwIfAborted()
  if (code !== 0 || fed) throw new Error(`ffmpeg could not write the mix (${code}): ${said.trim() || String(fed)}`)
}
