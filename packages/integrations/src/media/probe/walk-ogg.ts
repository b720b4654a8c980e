import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Layout, requireSane } from './layout.ts'
import { readStreamInfo } from './read-flac.ts'

const headBytes = 27

type Kind = Pick<Layout, 'format' | 'codec' | 'lossless' | 'sampleRate' | 'channels' | 'bitsPerSample'> & {
  /** Samples a second of the pages' positions. */
  clock: number
  /** Samples that come before the sound. */
  preSkip: number
}

function readKind(packet: Buffer): Kind {
  const says = (text: string) => packet.toString('latin1', 0, text.length) === text
  if (says('OpusHead') && packet.length >= 19) {
    return {
      ...{ format: 'opus', codec: 'opus', lossless: false, sampleRate: 48_000, clock: 48_000, bitsPerSample: null },
      ...{ channels: packet[9] as number, preSkip: packet.readUInt16LE(10) },
    }
  }
  if (says('\x01vorbis') && packet.length >= 30) {
    const sampleRate = packet.readUInt32LE(12)
    return {
      ...{ format: 'ogg', codec: 'vorbis', lossless: false, sampleRate, clock: sampleRate, bitsPerSample: null },
      ...{ channels: packet[11] as number, preSkip: 0 },
    }
  }
  if (says('\x7fFLAC') && packet.length >= 51) {
    const { sampleRate, channels, bits } = readStreamInfo(packet.subarray(17))
    return { format: 'flac', codec: 'flac', lossless: true, sampleRate, clock: sampleRate, channels, bitsPerSample: bits, preSkip: 0 }
  }
  if (says('\x80theora') || says('BBCD') || says('\x01video')) throw new MediaError('no_sound', 'a film in Ogg')
  throw new MediaError('unsupported', 'an Ogg of another kind')
}

/** Walks all pages of an Ogg that holds one stream. A chain of streams and several at once are refused: no encoder of music writes them. */
export async function readOgg(reader: ByteReader): Promise<Layout> {
  let kind: Kind | null = null
  let serial = 0
  let last = 0n
  let packets = 0
  let at = 0
  while (at < reader.size) {
    const head = await reader.read(at, headBytes + 255)
    if (head.toString('latin1', 0, 4) !== 'OggS') {
      if (head.length < 4) throw new MediaError('cut_off', 'within a page')
      throw new MediaError('broken', `no page at ${at}`)
    }
    const segments = head[26]
    if (segments === undefined || head.length < headBytes + segments) throw new MediaError('cut_off', 'within a page')
    const lacing = head.subarray(headBytes, headBytes + segments)
    const size = lacing.reduce((sum, length) => sum + length, 0)
    const next = at + headBytes + segments + size
    if (next > reader.size) throw new MediaError('cut_off', 'within the last page')
    const [starts, position] = [((head[5] as number) & 2) !== 0, head.readBigInt64LE(6)]
    if (starts && kind) throw new MediaError('unsupported', 'several streams in one Ogg')
    if (!kind) {
      if (!starts) throw new MediaError('broken', 'an Ogg without a beginning')
      serial = head.readUInt32LE(14)
      kind = readKind(Buffer.from(await reader.read(at + headBytes + segments, size)))
    } else if (head.readUInt32LE(14) !== serial) throw new MediaError('unsupported', 'several streams in one Ogg')
    if (position > 0n) {
      if (position < last) throw new MediaError('broken', 'time runs backwards')
      last = position
    }
    packets += lacing.filter((length) => length < 255).length
    at = next
  }
  if (!kind) throw new MediaError('empty')
  requireSane(kind)
  const samples = Number(last) - kind.preSkip
  if (samples <= 0) throw new MediaError('empty')
  // No packet of these codecs is longer than 120 ms: a position far beyond the packets is a claim, not a length.
  if (samples / kind.clock > packets * 2) throw new MediaError('absurd', `${packets} packets claim ${Math.round(samples / kind.clock)} s`)
  const { format, codec, lossless, sampleRate, channels, bitsPerSample, clock } = kind
  return { format, container: 'ogg', codec, lossless, sampleRate, channels, bitsPerSample, durationMs: (samples / clock) * 1000 }
}
