import { box, fullBox, text, u8, u16, u32, u64 } from './box.ts'

export interface SoundTrack {
  kind: 'aac' | 'flac'
  /** Hz; also the track's clock. */
  sampleRate: number
  /** bit/s */
  bitRate: number
  /** FLAC's 34 bytes. */
  streamInfo?: Buffer
  bitsPerSample: number
  /** Samples at the start that no one is to hear. */
  priming: number
}

const channels = 2
const unity = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]
const aacRates = [96_000, 88_200, 64_000, 48_000, 44_100]

/** MPEG-4's own way of nesting: tag, length in four bytes, body (ISO 14496-1, 8.3.3). */
const descriptor = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u8(tag, 0x80, 0x80, 0x80 | (body.length >> 7), body.length & 0x7f), body])
}

function esds({ sampleRate, bitRate }: SoundTrack): Buffer {
  const configuration = u16((2 << 11) | (aacRates.indexOf(sampleRate) << 7) | (channels << 3))
  const decoder = descriptor(4, u8(0x40, 0x15, 0, 0, 0), u32(bitRate, bitRate), descriptor(5, configuration))
  return fullBox('esds', 0, 0, descriptor(3, u16(1), u8(0), decoder, descriptor(6, u8(2))))
}

const dfLa = (streamInfo: Buffer): Buffer => fullBox('dfLa', 0, 0, u8(0x80), u8(0, 0, streamInfo.length), streamInfo)

function sampleEntry(track: SoundTrack): Buffer {
  // 16 bits hold no rate above 65,535 Hz: the greatest whole part of it stands here, the true one in the codec's own box.
  let rate = track.sampleRate
  while (rate > 65_535) rate /= 2
  const depth = track.kind === 'flac' ? track.bitsPerSample : 16
  const common = [u32(0), u16(0, 1), u32(0, 0), u16(channels, depth, 0, 0), u32(rate * 65_536)]
  return track.kind === 'flac' ? box('fLaC', ...common, dfLa(track.streamInfo ?? Buffer.alloc(34))) : box('mp4a', ...common, esds(track))
}

const nothing = (type: string, ...counts: number[]): Buffer => fullBox(type, 0, 0, u32(...counts))

/**
 * The header of a rendition. Its edit list skips the encoder's priming, so that sample 0 of every rendition is heard at time 0.
 * Lengths are 0, as fragments follow.
 */
export function writeInitSegment(track: SoundTrack): Buffer {
  const clock = track.sampleRate
  const table = box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), sampleEntry(track)),
    nothing('stts', 0),
    nothing('stsc', 0),
    nothing('stsz', 0, 0),
    nothing('stco', 0),
  )
  const data = box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1)))
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, u32(0, 0, clock, 0), u16(0x55c4, 0)),
    fullBox('hdlr', 0, 0, u32(0), text('soun'), u32(0, 0, 0), text('\0')),
    box('minf', fullBox('smhd', 0, 0, u32(0)), data, table),
  )
  const edits = track.priming > 0 ? [box('edts', fullBox('elst', 1, 0, u32(1), u64(0), u64(track.priming), u16(1, 0)))] : []
  const header = fullBox('tkhd', 0, 7, u32(0, 0, 1, 0, 0, 0, 0), u16(0, 0, 0x0100, 0), u32(...unity, 0, 0))
  const movie = fullBox('mvhd', 0, 0, u32(0, 0, clock, 0, 0x10000), u16(0x0100, 0), u32(0, 0, ...unity, 0, 0, 0, 0, 0, 0, 2))
  const fragments = box('mvex', fullBox('trex', 0, 0, u32(1, 1, 0, 0, 0)))
  return Buffer.concat([
    box('ftyp', text('iso6'), u32(0), text('iso6cmfcmp41')),
    box('moov', movie, box('trak', header, ...edits, media), fragments),
  ])
}
