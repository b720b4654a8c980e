import { readFile, rm } from 'node:fs/promises'
import type { TenantDb } from '@residency/db'
import type { EncodedRendition, RenditionName, SegmentEvent } from '@residency/integrations/media'
import { type TenantStorage, tenantStorage } from '@residency/integrations/storage'
import { segmentKeyParts } from '../segment-key.ts'
import type { Hold } from './hold.ts'
import { patiently } from './patiently.ts'
import { TakenOver } from './taken-over.ts'

/** Puts at a time: enough to keep up with all cores, few enough to hold little in memory. */
const putsAtOnce = 4
/** Rows are written this often while segments come. */
const flushMs = 1_000
const forAYear = 'public, max-age=31536000, immutable'

/** What a playlist says until the truth is known: the nominal rate and what a busy segment may have more. FLAC: two channels of CD. */
const expected: Record<RenditionName, { codecs: string; bandwidth: number; averageBandwidth: number }> = {
  aac128: { codecs: 'mp4a.40.2', bandwidth: 150_000, averageBandwidth: 131_000 },
  aac256: { codecs: 'mp4a.40.2', bandwidth: 290_000, averageBandwidth: 259_000 },
  aac320: { codecs: 'mp4a.40.2', bandwidth: 360_000, averageBandwidth: 323_000 },
  flac: { codecs: 'fLaC', bandwidth: 1_411_000, averageBandwidth: 1_000_000 },
}

interface Growing {
  hasInit: boolean
  /** Stored from the first on, without a gap. */
  segmentMs: number[]
  /** Stored ahead of one that is not. */
  ahead: Map<number, number>
  bytes: number
  changed: boolean
}

/** Puts segments into the store as they are made and lets the recording's rows grow behind them. */
export class SegmentStore {
  readonly #hold: Hold
  readonly #storage: TenantStorage
  readonly #renditions: Map<RenditionName, Growing>
  readonly #waiting: SegmentEvent[] = []
  readonly #puts = new Set<Promise<void>>()
  #failure: Error | null = null
  #flushing: Promise<void> | null = null
  #timer: NodeJS.Timeout | undefined
  #tellFirst: () => void = () => undefined
  /** Resolves once something can be heard, or nothing more will come. */
  readonly first: Promise<void>

  constructor(tenantId: string, hold: Hold, names: readonly RenditionName[]) {
    this.#hold = hold
    this.#storage = tenantStorage(tenantId)
    this.#renditions = new Map(names.map((name) => [name, { hasInit: false, segmentMs: [], ahead: new Map(), bytes: 0, changed: false }]))
    this.first = new Promise((resolve) => {
      this.#tellFirst = resolve
    })
  }

  /** Takes a finished file; it is deleted once it is stored. */
  take(event: SegmentEvent): void {
    this.#waiting.push(event)
    this.#next()
  }

  /** Resolves when everything that was taken is stored and the rows say so. Throws what went wrong on the way. */
  async settle(): Promise<void> {
    while (this.#puts.size > 0) await Promise.all(this.#puts)
    clearTimeout(this.#timer)
    await this.#flushing
    if (this.#failure) throw this.#failure
    await this.#flush()
    this.#close()
  }

  /** Takes nothing more; whoever waits for the first segment need not any longer. Resolves once no put is under way. */
  async end(): Promise<void> {
    this.#close()
    this.#waiting.length = 0
    await Promise.all(this.#puts)
    await this.#flushing
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#tellFirst()
  }

  #next(): void {
    while (this.#puts.size < putsAtOnce && !this.#failure) {
      const event = this.#waiting.shift()
      if (!event) return
      const put = this.#put(event)
        .catch((error: Error) => this.#fail(error))
        .finally(() => {
          this.#puts.delete(put)
          this.#next()
        })
      this.#puts.add(put)
    }
  }

  async #put({ rendition, index, file, durationMs }: SegmentEvent): Promise<void> {
    const bytes = await readFile(file)
    const { recordingId, attempt: take } = this.#hold
    const key = this.#storage.key(...segmentKeyParts({ recordingId, take, rendition, segment: index }))
    await patiently(this.#hold.signal, async () => {
      if (this.#hold.signal.aborted) throw this.#hold.signal.reason
      await this.#storage.put(key, bytes, { contentType: index === 'init' ? 'video/mp4' : 'video/iso.segment', cacheControl: forAYear })
    })
    await rm(file, { force: true })
    this.#stored(rendition, index, durationMs, bytes.length)
  }

  #stored(name: RenditionName, index: number | 'init', durationMs: number, bytes: number): void {
    const growing = this.#renditions.get(name)
    if (!growing) return
    growing.bytes += bytes
    if (index === 'init') growing.hasInit = true
    else growing.ahead.set(index, durationMs)
    if (!growing.hasInit) return
    for (;;) {
      const next = growing.ahead.get(growing.segmentMs.length)
      if (next === undefined) break
      growing.ahead.delete(growing.segmentMs.length)
      growing.segmentMs.push(Math.round(next))
      growing.changed = true
    }
    if (this.#isFirst()) this.#flushSoon(0)
    else if (growing.changed) this.#flushSoon(flushMs)
  }

  /** Every quality can be begun, and nobody was told yet. */
  #isFirst(): boolean {
    return this.#hold.row.firstPlayAt === null && [...this.#renditions.values()].every(({ segmentMs }) => segmentMs.length > 0)
  }

  #flushSoon(ms: number): void {
    if (this.#failure) return
    if (ms === 0) clearTimeout(this.#timer)
    else if (this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#flushing = (this.#flushing ?? Promise.resolve()).then(() => this.#flush()).catch((error: Error) => this.#fail(error))
    }, ms)
  }

  async #flush(): Promise<void> {
    const changed = [...this.#renditions].filter(([, growing]) => growing.changed)
    if (changed.length === 0) return
    for (const [, growing] of changed) growing.changed = false
    await this.#hold.write(this.#isFirst() ? { firstPlayAt: new Date() } : {}, async (db) => {
      for (const [name, { segmentMs, bytes }] of changed) await growRendition(db, this.#hold, name, { segmentMs, bytes: BigInt(bytes) })
    })
    if (this.#hold.row.firstPlayAt !== null) this.#tellFirst()
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#close()
    this.#waiting.length = 0
    // The encoder must not go on for nobody.
    if (!(error instanceof TakenOver)) this.#hold.abort(error)
  }
}

/** A worker that takes over begins anew: what its forerunner stored stays playable until it has come as far. */
async function growRendition(
  db: TenantDb,
  { recordingId, attempt: take }: Hold,
  name: RenditionName,
  grown: { segmentMs: number[]; bytes: bigint },
): Promise<void> {
  const known = await db.rendition.findFirst({ where: { recordingId, name }, select: { id: true, segmentMs: true } })
  if (!known) await db.rendition.create({ data: { recordingId, name, ...expected[name], take, ...grown } })
  else if (known.segmentMs.length < grown.segmentMs.length) await db.rendition.update({ where: db.key(known.id), data: { take, ...grown } })
}

/** What the encoder says in the end, and nothing else. */
export async function completeRenditions(
  db: TenantDb,
  { recordingId, attempt: take }: Hold,
  encoded: readonly EncodedRendition[],
  at: Date,
): Promise<void> {
  await db.rendition.deleteMany({ where: { recordingId, name: { notIn: encoded.map(({ name }) => name) } } })
  for (const { name, codec, bandwidth, averageBandwidth, segments } of encoded) {
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0)
    const { count } = await db.rendition.updateMany({
      where: { recordingId, name },
      data: {
        take,
        codecs: codec,
        bandwidth: Math.ceil(bandwidth),
        averageBandwidth: Math.ceil(averageBandwidth),
        segmentMs: segments.map(({ durationMs }) => Math.round(durationMs)),
        bytes: BigInt(bytes),
        completedAt: at,
      },
    })
    if (count === 0) throw new Error(`The rendition ${name} has no row although all of it is stored`)
  }
}
