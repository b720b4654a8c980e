const headBytes = 40
const entryBytes = 12
/** Each fragment begins with a sync sample, of the type that needs nothing before it. */
const startsWithSync = 0x9000_0000

/** How long the index of so many segments is. */
export const segmentIndexBytes = (count: number): number => headBytes + count * entryBytes

/** Units a second in which the track counts its time: from the media header (`mdhd`, ISO/IEC 14496-12, 8.4.2) of an initialisation segment. */
export function timescaleOf(init: Buffer): number {
  const at = init.indexOf('mdhd', 0, 'latin1')
  if (at < 0) return 1_000
  return init.readUInt32BE(at + (init.readUInt8(at + 4) === 1 ? 24 : 16))
}

/**
 * The box that says where each segment of one file begins, and how long it lasts (`sidx`, ISO/IEC 14496-12, 8.16.3, version 1): without it a player
 * has to fetch everything before the place it wants to hear. `timescale` is the track's own: ffmpeg takes the whole length for that.
 */
export function segmentIndex(segments: readonly { bytes: number; durationMs: number }[], timescale: number): Buffer {
  const box = Buffer.alloc(segmentIndexBytes(segments.length))
  box.writeUInt32BE(box.length, 0)
  box.write('sidx', 4, 'latin1')
  box.writeUInt8(1, 8)
  // Of the one track there is, from 0; the first segment follows at once.
  box.writeUInt32BE(1, 12)
  box.writeUInt32BE(timescale, 16)
  box.writeUInt16BE(segments.length, 38)
  let ms = 0
  let told = 0
  for (const [index, { bytes, durationMs }] of segments.entries()) {
    const at = headBytes + index * entryBytes
    ms += durationMs
    const until = Math.round((ms * timescale) / 1_000)
    box.writeUInt32BE(bytes, at)
    box.writeUInt32BE(until - told, at + 4)
    box.writeUInt32BE(startsWithSync, at + 8)
    told = until
  }
  return box
}
