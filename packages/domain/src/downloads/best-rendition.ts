import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withTenant } from '@residency/db'
import type { AudioFacts, Trim } from '@residency/integrations/media'
import type { TenantContext } from '../context/index.ts'
import { openSegment, type SegmentName } from '../streaming/index.ts'

/** Best first. */
const byQuality = ['flac', 'aac320', 'aac256', 'aac128'] as const
/** What an AAC encoder gives before the first sound: our header's edit list says so, which decoders of a joined file don't heed. */
const primingSamples = 1_024

export interface RenditionSource {
  facts: AudioFacts
  trim: Trim
}

/** Joins the best quality that was kept of a recording into one file: what is left when its original is not. Null when nothing whole is. */
export async function fetchBestRendition(
  ctx: TenantContext,
  recordingId: string,
  file: string,
  signal: AbortSignal,
): Promise<RenditionSource | null> {
  const rows = await withTenant(ctx.ref, (db) => db.rendition.findMany({ where: { recordingId, completedAt: { not: null } } }))
  const name = byQuality.find((quality) => rows.some((row) => row.name === quality))
  const row = rows.find((each) => each.name === name)
  if (!name || !row) return null
  async function* bytes(): AsyncGenerator<Buffer> {
    for (const segment of ['init', ...(row?.segmentMs.keys() ?? [])] satisfies SegmentName[]) {
      const found = await openSegment(ctx.tenant.id, { recordingId, rendition: name ?? 'aac128', take: row?.take ?? 0, segment })
      if (!found) throw new Error(`Segment ${segment} of recording ${recordingId} is not there`)
      yield* found.body as AsyncIterable<Buffer>
    }
  }
  await pipeline(Readable.from(bytes()), createWriteStream(file, { mode: 0o600 }), { signal })
  const durationMs = row.segmentMs.reduce((sum, ms) => sum + ms, 0)
  const lossless = name === 'flac'
  const startMs = lossless ? 0 : Math.round((primingSamples / 44_100) * 1000)
  return {
    trim: { startMs, endMs: startMs + durationMs },
    // Of our own making: nothing has to be found out about it.
    facts: {
      ...{ format: lossless ? 'flac' : 'aac', container: 'mp4', codec: lossless ? 'flac' : 'aac', lossless },
      ...{ durationMs: startMs + durationMs, sampleRate: 44_100, channels: 2, bitsPerSample: null, bitRate: row.averageBandwidth },
      tags: { title: null, artist: null, album: null, genre: null, date: null, comment: null },
      ...{ cover: null, cueSheet: null, samples: null, chapters: [] },
    },
  }
}
