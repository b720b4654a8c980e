import type { TenantRef } from '@residency/db'

interface Waiting<T> {
  items: readonly T[]
  done: () => void
  failed: (error: unknown) => void
}

interface Line<T> {
  waiting: Waiting<T>[]
  isOpen: boolean
}

export interface GatherOptions<T> {
  /** Writes all of it in one transaction, or nothing. */
  write: (ref: TenantRef, items: readonly T[]) => Promise<void>
  /** How many an item counts for. */
  weigh: (item: T) => number
  /** How long the first of a batch waits for others. */
  waitMs: number
  /** What one batch holds, and what may wait in all. */
  most: number
  mostWaiting: number
  /** Whether the failure lies in what was written, so that a part of it may be written alone. */
  isAboutData: (error: unknown) => boolean
}

export class TooMuchWaits extends Error {
  constructor() {
    super('Too much waits to be written')
    this.name = 'TooMuchWaits'
  }
}

/**
 * Puts what many requests bring into few transactions, one at a time a tenant: while one commits, the next gathers. A promise resolves when its
 * items are committed. What can't be written fails alone: a batch that fails because of its data is halved until the culprit stands by itself.
 */
export class Gather<T> {
  readonly #options: GatherOptions<T>
  readonly #lines = new Map<string, Line<T>>()
  #waiting = 0

  constructor(options: GatherOptions<T>) {
    this.#options = options
  }

  add(ref: TenantRef, items: readonly T[]): Promise<void> {
    const weight = this.#weightOf(items)
    if (this.#waiting + weight > this.#options.mostWaiting) return Promise.reject(new TooMuchWaits())
    this.#waiting += weight
    const line = this.#lines.get(ref.tenantId) ?? { waiting: [], isOpen: false }
    this.#lines.set(ref.tenantId, line)
    const written = new Promise<void>((done, failed) => line.waiting.push({ items, done, failed }))
    if (!line.isOpen) {
      line.isOpen = true
      setTimeout(() => void this.#drain(ref, line), this.#options.waitMs)
    }
    return written.finally(() => {
      this.#waiting -= weight
    })
  }

  async #drain(ref: TenantRef, line: Line<T>): Promise<void> {
    while (line.waiting.length > 0) await this.#write(ref, this.#next(line))
    line.isOpen = false
    this.#lines.delete(ref.tenantId)
  }

  #next(line: Line<T>): Waiting<T>[] {
    let [count, weight] = [0, 0]
    for (const { items } of line.waiting) {
      weight += this.#weightOf(items)
      if (count > 0 && weight > this.#options.most) break
      count += 1
    }
    return line.waiting.splice(0, count)
  }

  async #write(ref: TenantRef, batch: Waiting<T>[]): Promise<void> {
    try {
      await this.#options.write(
        ref,
        batch.flatMap(({ items }) => items),
      )
      for (const { done } of batch) done()
    } catch (error) {
      if (batch.length === 1 || !this.#options.isAboutData(error)) {
        for (const { failed } of batch) failed(error)
        return
      }
      const half = Math.ceil(batch.length / 2)
      await this.#write(ref, batch.slice(0, half))
      await this.#write(ref, batch.slice(half))
    }
  }

  #weightOf(items: readonly T[]): number {
    return items.reduce((sum, item) => sum + this.#options.weigh(item), 0)
  }
}
