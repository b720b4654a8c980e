import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { loops } from '../../infra/seed/src/audio/loops.ts'

export const hourMs = 3_600_000
const rate = 44_100
const frameBytes = 4
const headerBytes = 44
/** One piece of each style. */
const pieces = 7

/** WAV, stereo, 16 bits: an hour of the seed's own music, each piece again and again after the others. Tones would be another work: their 320 kbit/s alone cost four times as much. */
function* hour(): Generator<Buffer> {
  const all = loops()
  const played = Array.from({ length: pieces }, (_, at) => all[(at * all.length) / pieces]?.render() ?? Buffer.alloc(0))
  const bytes = (hourMs / 1000) * rate * frameBytes
  const header = Buffer.from(played[0]?.subarray(0, headerBytes) ?? [])
  header.writeUInt32LE(bytes + headerBytes - 8, 4)
  header.writeUInt32LE(bytes, headerBytes - 4)
  yield header
  for (let [left, at] = [bytes, 0]; left > 0; at += 1) {
    const piece = played[at % pieces]?.subarray(headerBytes, headerBytes + left) ?? Buffer.alloc(0)
    left -= piece.length
    yield piece
  }
}

/** A stereo WAV of 60 minutes (635 MB) in a folder of its own, which goes when `use` is done. */
export async function withHourOfSound<T>(use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hour-'))
  try {
    const file = join(folder, 'hour.wav')
    await pipeline(Readable.from(hour()), createWriteStream(file))
    return await use(file, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
