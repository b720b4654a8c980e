import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Blob {
  id: string
  size: number
}

/** An inclusive stretch of bytes. */
export interface Stretch {
  first: number
  last: number
}

/**
 * Bytes on disk under names of our own making: what a client calls its object never becomes a path. A blob appears whole, by one rename,
 * and one that is being read is deleted when its last reader has finished.
 */
export class BlobFolder {
  private readonly folder: string
  private readonly readers = new Map<string, number>()
  private readonly doomed = new Set<string>()

  constructor(folder: string) {
    this.folder = folder
  }

  /** Prepares the folder; drafts of a run that was broken off and blobs that no object has are deleted. */
  async open(isKnown: (id: string) => boolean): Promise<void> {
    await rm(join(this.folder, 'drafts'), { recursive: true, force: true })
    await mkdir(join(this.folder, 'drafts'), { recursive: true })
    await mkdir(join(this.folder, 'blobs'), { recursive: true })
    for (const shelf of await readdir(join(this.folder, 'blobs')))
      for (const id of await readdir(join(this.folder, 'blobs', shelf))) if (!isKnown(id)) await rm(this.path(id), { force: true })
  }

  /** Stores a stream. `check` runs when all bytes are there and before they count: it throws to refuse them. */
  async write(source: NodeJS.ReadableStream[], check: () => void): Promise<string> {
    const id = randomUUID()
    const draft = join(this.folder, 'drafts', id)
    try {
      await pipeline([...source, createWriteStream(draft, { flags: 'wx', flush: true })])
      check()
      await this.settle(draft, id)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    return id
  }

  /** A second name for the same bytes, which costs nothing. */
  async copy(blobs: Blob[]): Promise<Blob[]> {
    return Promise.all(
      blobs.map(async ({ id, size }) => {
        const copy = randomUUID()
        const draft = join(this.folder, 'drafts', copy)
        await link(this.path(id), draft)
        await this.settle(draft, copy)
        return { id: copy, size }
      }),
    )
  }

  /** The bytes of a stretch across blobs that follow each other. */
  read(blobs: Blob[], { first, last }: Stretch): Readable {
    for (const { id } of blobs) this.readers.set(id, (this.readers.get(id) ?? 0) + 1)
    const stream = Readable.from(this.stretches(blobs, first, last), { objectMode: false, highWaterMark: 256 * 1024 })
    stream.once('close', () => {
      for (const { id } of blobs) this.release(id)
    })
    return stream
  }

  drop(blobs: Blob[]): void {
    for (const { id } of blobs) {
      if (this.readers.has(id)) this.doomed.add(id)
      else void rm(this.path(id), { force: true })
    }
  }

  private async *stretches(blobs: Blob[], first: number, last: number): AsyncGenerator<Buffer> {
    let offset = 0
    for (const { id, size } of blobs) {
      const start = Math.max(first - offset, 0)
      const end = Math.min(last - offset, size - 1)
      if (start <= end) yield* createReadStream(this.path(id), { start, end, highWaterMark: 256 * 1024 })
      offset += size
    }
  }

  private release(id: string): void {
    const left = (this.readers.get(id) ?? 1) - 1
    if (left > 0) return void this.readers.set(id, left)
    this.readers.delete(id)
    if (this.doomed.delete(id)) void rm(this.path(id), { force: true })
  }

  private async settle(draft: string, id: string): Promise<void> {
    const file = this.path(id)
    await mkdir(join(file, '..'), { recursive: true })
    await rename(draft, file)
  }

  private path(id: string): string {
    return join(this.folder, 'blobs', id.slice(0, 2), id)
  }
}
