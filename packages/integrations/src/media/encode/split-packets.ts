/** Takes bytes as they come; gives each whole packet to `onPacket`, as a view of the bytes it came in. */
export interface PacketSplitter {
  push(bytes: Buffer): void
}

const adtsHeaderBytes = 7

/** AAC as ffmpeg writes it bare: each frame behind a header of seven bytes that names its length. */
export function splitAdts(onPacket: (packet: Buffer) => void): PacketSplitter {
  let rest: Buffer = Buffer.alloc(0)
  return {
    push(bytes) {
      const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
      let at = 0
      while (at + adtsHeaderBytes <= all.length) {
        const size = (((all[at + 3] as number) & 3) << 11) | ((all[at + 4] as number) << 3) | ((all[at + 5] as number) >> 5)
        if (all[at] !== 0xff || size <= adtsHeaderBytes) throw new Error('ffmpeg wrote no ADTS')
        if (at + size > all.length) break
        onPacket(all.subarray(at + adtsHeaderBytes, at + size))
        at += size
      }
      rest = Buffer.from(all.subarray(at))
    },
  }
}

const oggHeaderBytes = 27

/** The packets of an Ogg with one stream. */
export function splitOgg(onPacket: (packet: Buffer) => void): PacketSplitter {
  let rest: Buffer = Buffer.alloc(0)
  let open: Buffer[] = []
  return {
    push(bytes) {
      const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
      let at = 0
      for (;;) {
        const segments = all[at + oggHeaderBytes - 1]
        const bodyAt = at + oggHeaderBytes + (segments ?? 0)
        if (segments === undefined || bodyAt > all.length) break
        const lacing = all.subarray(at + oggHeaderBytes, bodyAt)
        let end = bodyAt
        for (const length of lacing) end += length
        if (end > all.length) break
        let from = bodyAt
        let to = bodyAt
        for (const length of lacing) {
          to += length
          if (length === 255) continue
          open.push(all.subarray(from, to))
          onPacket(open.length === 1 ? (open[0] as Buffer) : Buffer.concat(open))
          open = []
          from = to
        }
        if (to > from) open.push(Buffer.from(all.subarray(from, to)))
        at = end
      }
      rest = Buffer.from(all.subarray(at))
    },
  }
}
