import { randomBytes, randomUUID } from 'node:crypto'
import { type Publication, type TenantRef, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import { type RenditionName, renditionNames } from '../access/index.ts'
import { segmentKeyParts } from '../streaming/index.ts'

const kbits: Record<RenditionName, number> = { aac128: 128, aac256: 256, aac320: 320, flac: 900 }

export interface PlantedRecording {
  mixId: string
  recordingId: string
  /** Bytes of each segment, by `<rendition>/<name>`. */
  segments: Map<string, Buffer>
}

/**
 * A mix with a recording as the pipeline leaves it, its bytes noise: for tests of who gets them. Segments have the size of six seconds of their
 * quality unless `segmentBytes` says otherwise.
 */
export async function plantRecording(
  ref: TenantRef,
  more: {
    publication?: Publication
    publishedAt?: Date | null
    exclusiveTierId?: string
    earlyAccess?: boolean
    downloadable?: boolean
    renditions?: readonly RenditionName[]
    segments?: number
    segmentBytes?: number
  } = {},
): Promise<PlantedRecording> {
  const {
    publication = 'published',
    publishedAt = new Date(Date.now() - 86_400_000),
    renditions = renditionNames,
    segments: count = 3,
  } = more
  const recordingId = randomUUID()
  const storage = tenantStorage(ref.tenantId)
  const segments = new Map<string, Buffer>()
  for (const name of renditions) {
    for (const segment of ['init', ...Array.from({ length: count }, (_, index) => index)] as const) {
      const bytes = randomBytes(segment === 'init' ? 800 : (more.segmentBytes ?? kbits[name] * 750))
      const parts = segmentKeyParts({ recordingId, rendition: name, take: 0, segment: segment as 'init' | number })
      segments.set(`${name}/${parts.at(-1)}`, bytes)
      await storage.put(storage.key(...parts), bytes, { contentType: 'audio/mp4' })
    }
  }
  const durationMs = count * 6_000
  const mixId = await withTenant(ref, async (db) => {
    const mix = await db.mix.create({
      data: {
        slug: `mix-${recordingId.slice(0, 8)}`,
        title: 'A planted mix',
        recordedOn: new Date(0),
        publication,
        publishedAt,
        durationMs,
        earlyAccess: more.earlyAccess ?? true,
        downloadable: more.downloadable ?? false,
        exclusiveTierId: more.exclusiveTierId ?? null,
      },
    })
    await db.recording.create({
      data: {
        id: recordingId,
        mixId: mix.id,
        number: 1,
        stage: 'ready',
        readyAt: new Date(),
        firstPlayAt: new Date(),
        filename: 'planted.wav',
        objectKey: storage.key('originals', recordingId),
        bytes: 1n,
        durationMs,
        lossless: renditions.includes('flac'),
        peaks: randomBytes(100),
        loudnessCentiLufs: -1400,
        truePeakCentiDb: -100,
      },
    })
    await db.rendition.createMany({
      data: renditions.map((name) => ({
        tenantId: ref.tenantId,
        recordingId,
        name,
        codecs: name === 'flac' ? 'fLaC' : 'mp4a.40.2',
        bandwidth: kbits[name] * 1100,
        averageBandwidth: kbits[name] * 1000,
        segmentMs: Array.from({ length: count }, () => 6_000),
        completedAt: new Date(),
      })),
    })
    await db.mix.update({ where: db.key(mix.id), data: { recordingId } })
    return mix.id
  })
  return { mixId, recordingId, segments }
}
