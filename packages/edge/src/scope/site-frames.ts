import { type Logger, limits } from '@residency/config'
import { getSiteFrame, type SiteFrame } from '@residency/domain/site'
import { LRUCache } from 'lru-cache'
import type { KnownTenant } from '../hosts/index.ts'

interface Kept {
  frame: SiteFrame
  revision: number
  freshUntil: number
}

/** Frames of the sites this process serves, by revision. What the database can't say anew goes on as it was. */
export class SiteFrames {
  readonly #kept = new LRUCache<string, Kept>({ max: 5_000 })
  readonly #reading = new Map<string, Promise<SiteFrame>>()
  readonly #log: Logger
  readonly #read: typeof getSiteFrame

  constructor(log: Logger, read: typeof getSiteFrame = getSiteFrame) {
    this.#log = log
    this.#read = read
  }

  /** The frame when memory has the tenant's present one. */
  peek({ record }: KnownTenant): SiteFrame | undefined {
    const kept = this.#kept.get(record.id)
    return kept && kept.revision === record.revision && kept.freshUntil > Date.now() ? kept.frame : undefined
  }

  /** The frame as it was last known, however old. */
  last({ record }: KnownTenant): SiteFrame | undefined {
    return this.#kept.peek(record.id)?.frame
  }

  async get(known: KnownTenant): Promise<SiteFrame> {
    const present = this.peek(known)
    if (present) return present
    const { id, revision, locale } = known.record
    const key = `${id} ${revision}`
    let reading = this.#reading.get(key)
    if (!reading) {
      reading = this.#read(known.ref, locale).finally(() => this.#reading.delete(key))
      this.#reading.set(key, reading)
    }
    try {
      const frame = await reading
      this.#kept.set(id, { frame, revision, freshUntil: Math.min(Date.now() + limits.pageFreshMs, frame.turnsAt?.getTime() ?? Infinity) })
      return frame
    } catch (error) {
      const old = this.last(known)
      if (!old) throw error
      this.#log.warn({ err: error, tenant: id }, 'the frame of a site is served as it was last known')
      return old
    }
  }
}
