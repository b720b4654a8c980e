import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Layout, requireSane } from './layout.ts'

const mostChunks = 4_096
const bigEndian: Record<number, string> = { 8: 'pcm_s8', 16: 'pcm_s16be', 24: 'pcm_s24be', 32: 'pcm_s32be' }
/** By the compression that an AIFC names, and the bits of a sample. */
const codecs: Record<string, Record<number, string>> = {
  NONE: bigEndian,
  twos: bigEndian,
  sowt: { 16: 'pcm_s16le' },
  fl32: { 32: 'pcm_f32be' },
  FL32: { 32: 'pcm_f32be' },
  fl64: { 64: 'pcm_f64be' },
  FL64: { 64: 'pcm_f64be' },
  in24: { 24: 'pcm_s24be' },
  in32: { 32: 'pcm_s32be' },
}

/** The 80-bit float of IEEE 754's extended format. */
function readExtended(bytes: Buffer): number {
  const exponent = (bytes.readUInt16BE(0) & 0x7fff) - 16_383 - 63
  return Number(bytes.readBigUInt64BE(2)) * 2 ** exponent
}

interface Shape {
  channels: number
  frames: number
  bits: number
  sampleRate: number
  codec: string
}

function readShape(chunk: Buffer, compressed: boolean): Shape {
  if (chunk.length < (compressed ? 22 : 18)) throw new MediaError('broken', 'a COMM chunk too short')
  const [channels, frames, bits] = [chunk.readUInt16BE(0), chunk.readUInt32BE(2), chunk.readUInt16BE(6)]
  const sampleRate = Math.round(readExtended(chunk.subarray(8, 18)))
  requireSane({ sampleRate, channels })
  const compression = compressed ? chunk.toString('latin1', 18, 22) : 'NONE'
  const codec = codecs[compression]?.[bits]
  if (!codec) throw new MediaError('unsupported', `AIFF of kind ${JSON.stringify(compression)} with ${bits} bits`)
  return { channels, frames, bits, sampleRate, codec }
}

/** AIFF, and AIFC without compression. */
export async function readAiff(reader: ByteReader): Promise<Layout> {
  const compressed = (await reader.read(8, 4)).toString('latin1') === 'AIFC'
  let shape: Shape | null = null
  let present: number | null = null
  let soundAt = 0
  let at = 12
  for (let chunks = 0; at + 8 <= reader.size; chunks += 1) {
    if (chunks > mostChunks) throw new MediaError('absurd', 'chunks without end')
    const head = await reader.read(at, 8 + 22)
    const [id, size] = [head.toString('latin1', 0, 4), head.readUInt32BE(4)]
    if (id === 'COMM') shape = readShape(head.subarray(8, 8 + Math.min(size, 22)), compressed)
    if (id === 'SSND') {
      if (size > reader.size - at - 8) throw new MediaError('cut_off', `${reader.size - at - 8} of ${size} bytes`)
      // Before the samples stand an offset, which nobody uses but to align a disk's blocks, and the blocks' size.
      const offset = head.readUInt32BE(8)
      present = size - 8 - offset
      soundAt = at + 16 + offset
    }
    at += 8 + size + (size % 2)
  }
  if (!shape || present === null) throw new MediaError(reader.size < 54 ? 'empty' : 'cut_off', 'no sound chunk')
  const { channels, frames, bits, sampleRate, codec } = shape
  if (frames === 0 || present <= 0) throw new MediaError('empty')
  if (frames * channels * (bits / 8) > present) throw new MediaError('cut_off', `${present} bytes for ${frames} frames`)
  return {
    ...{ format: 'aiff', container: 'aiff', codec, lossless: true, sampleRate, channels, bitsPerSample: bits },
    durationMs: (frames / sampleRate) * 1000,
    samples: { at: soundAt, bytes: (frames * channels * bits) / 8, frameBytes: (channels * bits) / 8 },
  }
}
