import { type FileHandle, open } from 'node:fs/promises'

const blockBytes = 1024 * 1024

/** Reads anywhere in a file through one block, so that a walk over a gigabyte holds a megabyte. */
export class ByteReader {
  readonly size: number
  private readonly handle: FileHandle
  private block: Buffer = Buffer.alloc(0)
  private blockAt = 0

  private constructor(handle: FileHandle, size: number) {
    this.handle = handle
    this.size = size
  }

  static async open(file: string): Promise<ByteReader> {
    const handle = await open(file, 'r')
    const { size } = await handle.stat()
    return new ByteReader(handle, size)
  }

  /** Up to `length` bytes from `at`: fewer at the end, none beyond it. Valid until the next read. At most a block. */
  async read(at: number, length: number): Promise<Buffer> {
    if (at >= this.size || at < 0) return Buffer.alloc(0)
    const wanted = Math.min(length, this.size - at)
    const from = at - this.blockAt
    if (from < 0 || from + wanted > this.block.length) {
      const buffer = Buffer.allocUnsafe(Math.max(Math.min(blockBytes, this.size - at), wanted))
      const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, at)
      this.block = buffer.subarray(0, bytesRead)
      this.blockAt = at
    }
    return this.block.subarray(at - this.blockAt, at - this.blockAt + wanted)
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}
