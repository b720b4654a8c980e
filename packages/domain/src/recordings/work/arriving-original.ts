import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type TenantStorage, tenantStorage } from '@residency/integrations/storage'
import { patiently } from './patiently.ts'

/** Enough to see what a file is, and to begin with. */
const headBytes = 8 * 1024 * 1024
/** Behind the samples a WAV has its tags and cues. */
const tailBytes = 1024 * 1024

interface Waiting {
  byte: number
  resolve: () => void
  reject: (error: unknown) => void
}

/** An original on its way from the store into a file that has its size already. Memory stays flat. */
export class ArrivingOriginal {
  readonly bytes: number
  readonly #storage: TenantStorage
  readonly #key: string
  readonly #file: string
  readonly #handle: FileHandle
  readonly #signal: AbortSignal
  readonly #waiting = new Set<Waiting>()
  #here = 0
  #tailFrom = Number.POSITIVE_INFINITY
  #failure: { error: unknown } | null = null
  #want: () => void = () => undefined
  /** Resolves when somebody waits for what is not here. */
  readonly #wanted = new Promise<void>((resolve) => {
    this.#want = resolve
  })

  private constructor(storage: TenantStorage, key: string, file: { path: string; handle: FileHandle; bytes: number }, signal: AbortSignal) {
    this.#storage = storage
    this.#key = key
    this.#file = file.path
    this.#handle = file.handle
    this.bytes = file.bytes
    this.#signal = signal
  }

  /** Head and tail are there when it resolves. Null when there is no such object. */
  static async begin(tenantId: string, key: string, path: string, signal: AbortSignal): Promise<ArrivingOriginal | null> {
    const storage = tenantStorage(tenantId)
    const found = await patiently(signal, () => storage.head(key))
    if (!found) return null
    const { bytes } = found
    const original = new ArrivingOriginal(storage, key, { path, handle: await open(path, 'w', 0o600), bytes }, signal)
    try {
      await original.#fetchEnds()
    } catch (error) {
      await original.close()
      throw error
    }
    return original
  }

  /** What is not there yet; `to` is the first byte behind it. Null once all is. */
  missing(): { from: number; to: number } | null {
    const to = Math.min(this.#tailFrom, this.bytes)
    return this.#here < to ? { from: this.#here, to } : null
  }

  /** Resolves once every byte before this one is there. Rejects when the rest can not be had. */
  arrived(byte: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.add({ byte, resolve, reject })
      this.#tell()
      if (this.#waiting.size > 0) this.#want()
    })
  }

  /**
   * Fetches what is missing, `after` that or as soon as somebody waits for it: until then all of the machine is somebody else's. Resolves with the
   * whole file's SHA-256 in hexadecimal. To be called once.
   */
  async fetchRest(after: Promise<void> = Promise.resolve()): Promise<string> {
    await Promise.race([after, this.#wanted])
    const from = this.#here
    try {
      const sha256 = await patiently(this.#signal, () => this.#hashAndFetch(from))
      this.#grow(Number.POSITIVE_INFINITY)
      return sha256
    } catch (error) {
      this.#failure = { error }
      this.#tell()
      throw error
    }
  }

  close(): Promise<void> {
    return this.#handle.close()
  }

  async #fetchEnds(): Promise<void> {
    const { bytes } = this
    await this.#handle.truncate(bytes)
    if (bytes === 0) return
    const grow = (upTo: number) => this.#grow(upTo)
    await patiently(this.#signal, () => this.#copy(0, Math.min(headBytes, bytes), grow))
    if (this.#here >= bytes) return
    const tailFrom = Math.max(this.#here, bytes - tailBytes)
    await patiently(this.#signal, () => this.#copy(tailFrom, bytes, () => undefined))
    this.#tailFrom = tailFrom
  }

  /** The beginning from the disk, where it went a moment ago: another try counts anew. */
  async #hashAndFetch(from: number): Promise<string> {
    const hash = createHash('sha256')
    if (from > 0) for await (const chunk of createReadStream(this.#file, { end: from - 1 })) hash.update(chunk as Buffer)
    if (from < this.bytes)
      await this.#copy(from, this.bytes, (upTo, chunk) => {
        hash.update(chunk)
        this.#grow(upTo)
      })
    return hash.digest('hex')
  }

  async #copy(from: number, to: number, wrote: (upTo: number, chunk: Buffer) => void): Promise<void> {
    const found = await this.#storage.get(this.#key, { first: from, last: to - 1 })
    if (!found) throw new Error('The original went away while it was fetched')
    let at = from
    const write = async (body: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of body) {
        await this.#handle.write(chunk, 0, chunk.length, at)
        at += chunk.length
        wrote(at, chunk)
      }
    }
    await pipeline(found.body, write, { signal: this.#signal })
    if (at !== to) throw new Error(`The store gave ${at - from} of ${to - from} bytes`)
  }

  #grow(upTo: number): void {
    this.#here = Math.max(this.#here, upTo)
    this.#tell()
  }

  #tell(): void {
    for (const one of this.#waiting) {
      if (!this.#failure && one.byte > this.#here) continue
      this.#waiting.delete(one)
      if (this.#failure) one.reject(this.#failure.error)
      else one.resolve()
    }
  }
}
