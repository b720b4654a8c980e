import { crc8, crc16 } from './checksums.ts'

export interface FlacFrameHeader {
  /** Frame's number, or its first sample's where the stream's blocks vary in size. */
  number: number
  numbersSamples: boolean
  /** Samples per channel. */
  blockSize: number
  /** Where the coded number begins and ends within the frame. */
  numberAt: number
  numberEnd: number
  /** With its CRC-8. */
  length: number
}

/** UTF-8's scheme, up to 36 bits. Returns the value and where it ends, or null. */
function readNumber(bytes: Uint8Array, at: number): { value: number; end: number } | null {
  const first = bytes[at]
  if (first === undefined) return null
  if (first < 0x80) return { value: first, end: at + 1 }
  const more = Math.clz32(~(first << 24)) - 1
  if (more < 1 || more > 6) return null
  let value = first & (0x3f >> more)
  for (let step = 1; step <= more; step += 1) {
    const next = bytes[at + step]
    if (next === undefined || (next & 0xc0) !== 0x80) return null
    value = value * 64 + (next & 0x3f)
  }
  return { value, end: at + 1 + more }
}

/** The shortest form of UTF-8's scheme. */
function writeNumber(value: number): number[] {
  if (value < 0x80) return [value]
  const tail: number[] = []
  let rest = value
  let room = 0x40
  do {
    tail.unshift(0x80 | (rest % 64))
    rest = Math.floor(rest / 64)
    room >>= 1
  } while (rest >= room)
  return [((0xff00 >> (tail.length + 1)) & 0xff) | rest, ...tail]
}

/** Reads a frame's header at `at` (RFC 9639, 9.1); null where there is none whose checksum holds. */
export function readFlacFrameHeader(bytes: Uint8Array, at = 0): FlacFrameHeader | null {
  if (bytes[at] !== 0xff || ((bytes[at + 1] as number) & 0xfe) !== 0xf8) return null
  const sizes = bytes[at + 2]
  const number = readNumber(bytes, at + 4)
  if (sizes === undefined || !number) return null
  const [sizeCode, rateCode] = [sizes >> 4, sizes & 0x0f]
  let end = number.end
  let blockSize = 0
  if (sizeCode === 1) blockSize = 192
  else if (sizeCode >= 2 && sizeCode <= 5) blockSize = 576 << (sizeCode - 2)
  else if (sizeCode === 6) blockSize = (bytes[end++] ?? 0) + 1
  else if (sizeCode === 7) {
    blockSize = (((bytes[end] ?? 0) << 8) | (bytes[end + 1] ?? 0)) + 1
    end += 2
  } else if (sizeCode >= 8) blockSize = 256 << (sizeCode - 8)
  if (blockSize === 0 || rateCode === 15) return null
  end += rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0
  if (end >= bytes.length || crc8(bytes, at, end) !== bytes[end]) return null
  return {
    number: number.value,
    numbersSamples: ((bytes[at + 1] as number) & 1) === 1,
    blockSize,
    numberAt: 4,
    numberEnd: number.end - at,
    length: end + 1 - at,
  }
}

/** The same frame under another number: what counts in a stream that was made in pieces. Throws on what is no frame. */
export function renumberFlacFrame(frame: Uint8Array, number: number): Uint8Array {
  const header = readFlacFrameHeader(frame)
  if (!header) throw new Error('not a FLAC frame')
  if (header.number === number) return frame
  const coded = writeNumber(number)
  const shift = coded.length - (header.numberEnd - header.numberAt)
  const moved = new Uint8Array(frame.length + shift)
  moved.set(frame.subarray(0, header.numberAt))
  moved.set(coded, header.numberAt)
  moved.set(frame.subarray(header.numberEnd), header.numberEnd + shift)
  const headerEnd = header.length + shift - 1
  moved[headerEnd] = crc8(moved, 0, headerEnd)
  const sum = crc16(moved, 0, moved.length - 2)
  moved[moved.length - 2] = sum >> 8
  moved[moved.length - 1] = sum & 0xff
  return moved
}
