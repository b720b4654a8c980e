import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Folder {
  path: string
  /** Has ffmpeg make a file from `words`; its path. */
  make(name: string, ...words: string[]): Promise<string>
  remove(): Promise<void>
}

/** A folder for a test's files. */
export async function soundFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'sound-'))
  return {
    path,
    make: async (name, ...words) => {
      await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...words, join(path, name)])
      return join(path, name)
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** ffmpeg's words for two tones, one on each side. */
export const tones = (seconds: number, sampleRate = 44_100): string[] => [
  ...['-f', 'lavfi', '-i', `aevalsrc=exprs='0.4*sin(2*PI*440*t)|0.4*sin(2*PI*660*t)':s=${sampleRate}:d=${seconds}`],
]

/** What a file decodes to: stereo samples of 16 bits. */
export async function decoded(file: string): Promise<Int16Array> {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-nostdin', '-i', file, '-f', 's16le', 'pipe:1'], {
    ...{ encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 },
  })
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength))
}
