/** Gives overlapping frames of a stream: `size` samples each, `hop` apart. */
export class SlidingFrames {
  private readonly buffer: Float32Array
  private readonly size: number
  private readonly hop: number
  private readonly onFrame: (buffer: Float32Array, from: number) => void
  private filled = 0

  constructor(size: number, hop: number, onFrame: (buffer: Float32Array, from: number) => void) {
    this.size = size
    this.hop = hop
    this.onFrame = onFrame
    this.buffer = new Float32Array(size * 16)
  }

  push(block: Float32Array): void {
    for (let at = 0; at < block.length; ) {
      const part = block.subarray(at, at + this.buffer.length - this.filled)
      this.buffer.set(part, this.filled)
      this.filled += part.length
      at += part.length
      if (this.filled === this.buffer.length) this.drain()
    }
  }

  /** Gives what is whole by now. */
  drain(): void {
    let from = 0
    for (; from + this.size <= this.filled; from += this.hop) this.onFrame(this.buffer, from)
    this.buffer.copyWithin(0, from, this.filled)
    this.filled -= from
  }
}
