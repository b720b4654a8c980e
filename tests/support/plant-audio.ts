import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { raiseRevision, resolveHost, tenantRef, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'

/** Long enough for tracks, jumps and a change of mixes; short enough to be made while one waits. */
const seconds = 60
const renditions = [
  { name: 'aac128', codec: ['-c:a', 'aac', '-b:a', '128k'], codecs: 'mp4a.40.2', kbits: 130 },
  { name: 'aac256', codec: ['-c:a', 'aac', '-b:a', '256k'], codecs: 'mp4a.40.2', kbits: 260 },
  { name: 'flac', codec: ['-c:a', 'flac', '-strict', '-2'], codecs: 'fLaC', kbits: 850 },
] as const

export interface PlantedAudio {
  id: string
  title: string
  path: string
}

/** The same for every file of tests: encoded by the first that asks, found by the others. Returns the folder. */
function madeOnce(args: readonly string[]): string {
  const folder = join(tmpdir(), `planted-audio-${createHash('sha256').update(args.join(' ')).digest('hex').slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const making = mkdtempSync(join(tmpdir(), 'planting-'))
  execFileSync(process.env.FFMPEG_PATH ?? 'ffmpeg', args, { cwd: making })
  try {
    renameSync(making, folder)
  } catch {
    // Somebody else was quicker with the same.
    rmSync(making, { recursive: true })
  }
  return folder
}

/** Mixes of a seeded tenant with real audio in several qualities and three tracks, published and on its pages. */
export async function plantAudio(slug: string, titles: readonly string[]): Promise<PlantedAudio[]> {
  const host = await resolveHost({ slug })
  if (!host) throw new Error(`${slug} is not seeded`)
  const ref = tenantRef('cli', host.tenantId)
  const storage = tenantStorage(ref.tenantId)
  const made = renditions.map(({ name, codec, codecs, kbits }) => {
    const tone = `aevalsrc='0.2*sin(2*PI*220*t)*mod(t\\,1)|0.2*sin(2*PI*277*t)':s=44100:d=${seconds}`
    const hls = [
      '-f',
      'hls',
      '-hls_time',
      '4',
      '-hls_playlist_type',
      'vod',
      '-hls_segment_type',
      'fmp4',
      '-hls_fmp4_init_filename',
      'init.mp4',
    ]
    const args = ['-v', 'error', '-f', 'lavfi', '-i', tone, ...codec, ...hls, '-hls_segment_filename', `${name}-%d.m4s`, `${name}.m3u8`]
    const folder = madeOnce(args)
    const lengths = [...readFileSync(`${folder}/${name}.m3u8`, 'utf8').matchAll(/#EXTINF:([\d.]+)/g)]
    const segmentMs = lengths.map(([, length]) => Math.round(Number(length) * 1000))
    const files = [
      ['init.mp4', readFileSync(`${folder}/init.mp4`)] as const,
      ...segmentMs.map((_, index) => [`${index}.m4s`, readFileSync(`${folder}/${name}-${index}.m4s`)] as const),
    ]
    return { name, codecs, kbits, segmentMs, files }
  })

  const planted: PlantedAudio[] = []
  for (const [index, title] of titles.entries()) {
    const recordingId = randomUUID()
    for (const { name, files } of made)
      for (const [file, bytes] of files)
        await storage.put(storage.key('audio', recordingId, name, file), bytes, { contentType: 'audio/mp4' })
    const mixSlug = `heard-${recordingId.slice(0, 8)}`
    const id = await withTenant(ref, async (db) => {
      const mix = await db.mix.create({
        data: {
          slug: mixSlug,
          title,
          recordedOn: new Date(),
          moods: [],
          publication: 'published',
          publishedAt: new Date(Date.now() - index * 1000),
          durationMs: seconds * 1000,
        },
      })
      await db.track.createMany({
        data: [0, 20_000, 40_000].map((startMs, at) => ({
          tenantId: ref.tenantId,
          mixId: mix.id,
          position: at + 1,
          startMs,
          title: `Track ${at + 1}`,
          artist: 'Somebody',
        })),
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
          durationMs: seconds * 1000,
          lossless: true,
          peaks: Buffer.from(Uint8Array.from({ length: 600 }, (_, column) => 60 + ((column * 37) % 190))),
          loudnessCentiLufs: -1400,
          truePeakCentiDb: -300,
        },
      })
      await db.rendition.createMany({
        data: made.map(({ name, codecs, kbits, segmentMs }) => ({
          tenantId: ref.tenantId,
          recordingId,
          name,
          codecs,
          bandwidth: kbits * 1100,
          averageBandwidth: kbits * 1000,
          segmentMs,
          completedAt: new Date(),
        })),
      })
      await db.mix.update({ where: db.key(mix.id), data: { recordingId } })
      await raiseRevision(db)
      return mix.id
    })
    planted.push({ id, title, path: `/mixes/${mixSlug}` })
  }
  return planted
}
