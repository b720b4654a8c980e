import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'

export interface Atom {
  type: string
  /** Of its body. */
  size: number
  /** Bytes of its body. Valid until the next read. */
  read(at: number, length: number): Promise<Buffer>
}

const parents = new Set(['moov', 'trak', 'mdia', 'minf', 'edts', 'dinf', 'stbl', 'tref', 'mvex', 'moof', 'traf', 'rmra', 'rmda'])
const mostAtoms = 200_000
const mostDepth = 10

/** Visits each atom in the order of the file, parents first. Throws on sizes that contradict each other. */
export async function walkAtoms(reader: ByteReader, visit: (atom: Atom) => Promise<void>): Promise<void> {
  let seen = 0
  const within = async (from: number, to: number, depth: number): Promise<void> => {
    if (depth > mostDepth) throw new MediaError('absurd', 'atoms within atoms')
    let at = from
    while (at + 8 <= to) {
      seen += 1
      if (seen > mostAtoms) throw new MediaError('absurd', 'atoms without end')
      const head = await reader.read(at, 16)
      const type = head.toString('latin1', 4, 8)
      const short = head.readUInt32BE(0)
      // A list may end in a zero of four bytes.
      if (short === 0 && depth > 0) return
      const headBytes = short === 1 ? 16 : 8
      const size = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
      if (size < headBytes) throw new MediaError('broken', `an atom of ${size} bytes`)
      if (at + size > to) throw new MediaError(depth === 0 ? 'cut_off' : 'broken', `${JSON.stringify(type)} goes beyond its end`)
      const [bodyAt, bodySize] = [at + headBytes, size - headBytes]
      const read = (place: number, length: number) => reader.read(bodyAt + place, Math.max(0, Math.min(length, bodySize - place)))
      await visit({ type, size: bodySize, read })
      if (parents.has(type)) await within(bodyAt, bodyAt + bodySize, depth + 1)
      at += size
    }
  }
  await within(0, reader.size, 0)
}
