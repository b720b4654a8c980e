import { box, fullBox, text, u32, u64 } from './box.ts'

/** What ffmpeg calls a key frame: every packet of sound can be decoded from. */
const depended = 0x02000000

export interface MediaSegment {
  /** From 1. */
  sequence: number
  /** On the track's clock, priming included. */
  decodeTime: number
  packets: readonly Uint8Array[]
  /** Samples of each packet, except the last. */
  packetSamples: number
  /** Samples of the last packet that are sound: the encoder filled the rest. */
  lastPacketSamples: number
}

/** One fragment: a moof and its mdat. */
export function writeMediaSegment({ sequence, decodeTime, packets, packetSamples, lastPacketSamples }: MediaSegment): Buffer {
  const uneven = lastPacketSamples !== packetSamples
  const rows = Buffer.alloc(packets.length * (uneven ? 8 : 4))
  for (const [index, packet] of packets.entries()) {
    if (!uneven) rows.writeUInt32BE(packet.length, index * 4)
    else {
      rows.writeUInt32BE(index === packets.length - 1 ? lastPacketSamples : packetSamples, index * 8)
      rows.writeUInt32BE(packet.length, index * 8 + 4)
    }
  }
  const moof = (dataAt: number): Buffer =>
    box(
      'moof',
      fullBox('mfhd', 0, 0, u32(sequence)),
      box(
        'traf',
        fullBox('tfhd', 0, 0x020028, u32(1, packetSamples, depended)),
        fullBox('tfdt', 1, 0, u64(decodeTime)),
        fullBox('trun', 0, uneven ? 0x301 : 0x201, u32(packets.length, dataAt), rows),
      ),
    )
  const head = moof(moof(0).length + 8)
  return Buffer.concat([box('styp', text('msdh'), u32(0), text('msdhmsixcmfs')), head, box('mdat', ...packets)])
}
