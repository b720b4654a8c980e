import type { Fragment, PacketClock } from './rendition-writer.ts'

interface Expected {
  /** Number, through the recording, of the first packet the encoder gives for this chunk. */
  fed: number
  /** First kept, and the first that is not. */
  from: number
  to: number
  /** How many the encoder gives before it comes to the next chunk's. Infinity for the last it is fed. */
  given: number
}

/**
 * Follows one encoder's packets of one rendition through the chunks it was fed: drops what was fed for the rolls alone, and gathers the rest
 * into segments. A segment is given once it is whole, the last one by `end`.
 */
export class PacketSorter {
  private readonly clock: PacketClock
  private readonly onFragment: (fragment: Fragment) => void
  private readonly expected: Expected[] = []
  private given = 0
  private open: Fragment | null = null

  constructor(clock: PacketClock, onFragment: (fragment: Fragment) => void) {
    this.clock = clock
    this.onFragment = onFragment
  }

  /** In the order of feeding, before the chunk is fed. */
  expect(chunk: Expected): void {
    this.expected.push(chunk)
  }

  push(packet: Buffer): void {
    // Not at the last packet of a chunk but at the first of the next, which may not be known before.
    if (this.expected.length > 1 && this.given === this.expected[0]?.given) {
      this.expected.shift()
      this.given = 0
    }
    const now = this.expected[0]
    if (!now) throw new Error('the encoder gave more than it was fed')
    const number = now.fed + this.given
    if (number >= now.from && number < now.to) this.keep(number, packet)
    this.given += 1
  }

  private keep(number: number, packet: Buffer): void {
    const { packetsPerSegment, primingPackets } = this.clock
    const index = Math.max(0, Math.floor((number - primingPackets) / packetsPerSegment))
    if (this.open && this.open.index !== index) this.end()
    this.open ??= { index, packets: [] }
    this.open.packets.push(packet)
    if (number + 1 === (index + 1) * packetsPerSegment + primingPackets) this.end()
  }

  /** Gives what is left: the recording's end falls within a segment. */
  end(): void {
    if (this.open) this.onFragment(this.open)
    this.open = null
  }
}
