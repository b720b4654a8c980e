import { readFlacFrameHeader } from '../formats/flac-frame.ts'
import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Layout, requireSane } from './layout.ts'

const mostBlocks = 1_024
const tailBytes = 512 * 1024

/** STREAMINFO (RFC 9639, 8.2), 34 bytes. */
export function readStreamInfo(info: Buffer): { sampleRate: number; channels: number; bits: number; samples: number; fixedBlock: number } {
  if (info.length < 34) throw new MediaError('cut_off', 'no STREAMINFO')
  const packed = info.readBigUInt64BE(10)
  const facts = {
    sampleRate: Number(packed >> 44n),
    channels: Number((packed >> 41n) & 7n) + 1,
    bits: Number((packed >> 36n) & 31n) + 1,
    samples: Number(packed & 0xf_ffff_ffffn),
    fixedBlock: info.readUInt16BE(0),
  }
  requireSane(facts)
  return facts
}

/** A FLAC stream beginning at `start` (behind an ID3 tag, where somebody put one). */
export async function readFlac(reader: ByteReader, start: number): Promise<Layout> {
  const first = await reader.read(start + 4, 4 + 34)
  if (first.length < 38) throw new MediaError(first.length === 0 ? 'empty' : 'cut_off', 'no STREAMINFO')
  if (((first[0] as number) & 0x7f) !== 0 || first.readUIntBE(1, 3) !== 34) throw new MediaError('broken', 'STREAMINFO is not first')
  const { sampleRate, channels, bits, samples, fixedBlock } = readStreamInfo(Buffer.from(first.subarray(4)))
  const soundAt = await endOfMetadata(reader, start + 4)
  if (soundAt >= reader.size) throw new MediaError('empty')
  const end = await lastSample(reader, soundAt, fixedBlock)
  if (samples > 0 && end < samples) throw new MediaError('cut_off', `${end} of ${samples} samples`)
  return {
    ...{ format: 'flac', container: 'flac', codec: 'flac', lossless: true, sampleRate, channels, bitsPerSample: bits },
    durationMs: ((samples || end) / sampleRate) * 1000,
  }
}

async function endOfMetadata(reader: ByteReader, start: number): Promise<number> {
  let at = start
  for (let blocks = 0; ; blocks += 1) {
    if (blocks > mostBlocks) throw new MediaError('absurd', 'metadata without end')
    const head = await reader.read(at, 4)
    if (head.length < 4) throw new MediaError('cut_off', 'within the metadata')
    at += 4 + head.readUIntBE(1, 3)
    if ((head[0] as number) & 0x80) return at
  }
}

/** Where the last frame ends, in samples, by its own header. */
async function lastSample(reader: ByteReader, soundAt: number, fixedBlock: number): Promise<number> {
  const from = Math.max(soundAt, reader.size - tailBytes)
  const tail = await reader.read(from, reader.size - from)
  for (let at = tail.length - 11; at >= 0; at -= 1) {
    const header = tail[at] === 0xff ? readFlacFrameHeader(tail, at) : null
    if (header) return header.numbersSamples ? header.number + header.blockSize : header.number * fixedBlock + header.blockSize
  }
  throw new MediaError('broken', 'no frame in sight')
}
