import { PacketSorter } from './packet-sorter.ts'
import { type Fragment, packetClock, type RenditionWriter } from './rendition-writer.ts'
import type { RenditionName } from './renditions.ts'
import type { SegmentPlan } from './segment-plan.ts'
import { splitAdts, splitOgg } from './split-packets.ts'
import type { Encoder } from './start-encoder.ts'

const oggHeadersAt = 7
const streamInfoAt = 17
const streamInfoBytes = 34

export interface SortedOutputs {
  writers: Map<RenditionName, RenditionWriter>
  /** A segment is whole. */
  onFragment: (name: RenditionName, fragment: Fragment) => void
}

export interface NamedSorter {
  name: RenditionName
  sorter: PacketSorter
}

/** Takes an encoder's outputs apart into packets, and has each rendition's sorter make segments of them. */
export function sortOutputs({ tool, outputs }: Encoder, plan: SegmentPlan, { writers, onFragment }: SortedOutputs): NamedSorter[] {
  return [...outputs].map(([name, output]) => {
    const sorter = new PacketSorter(packetClock(name, plan), (fragment) => onFragment(name, fragment))
    const splitter = name === 'flac' ? splitOgg(skipFlacHeaders(writers.get(name), sorter)) : splitAdts((packet) => sorter.push(packet))
    output.on('data', (bytes: Buffer) => {
      try {
        splitter.push(bytes)
      } catch (error) {
        tool.process.emit('error', error)
        tool.kill()
      }
    })
    return { name, sorter }
  })
}

/** FLAC's headers go into the init segment; every encoder gives the same. */
function skipFlacHeaders(writer: RenditionWriter | undefined, sorter: PacketSorter): (packet: Buffer) => void {
  let headers = -1
  return (packet) => {
    if (headers > 0) headers -= 1
    else if (headers === 0) sorter.push(packet)
    else {
      headers = packet.readUInt16BE(oggHeadersAt)
      void writer?.begin(Buffer.from(packet.subarray(streamInfoAt, streamInfoAt + streamInfoBytes)))
    }
  }
}
