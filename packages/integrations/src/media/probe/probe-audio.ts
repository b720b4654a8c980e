import type { AudioFacts, AudioTags } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'
import { ByteReader } from './byte-reader.ts'
import type { Layout } from './layout.ts'
import { readCover } from './read-cover.ts'
import { type ProbeAnswer, readWithFfprobe } from './read-with-ffprobe.ts'
import { sniffFormat } from './sniff-format.ts'
import { tryDecoding } from './try-decoding.ts'

export interface ProbeOptions {
  mostBytes: number
  mostDurationMs: number
  signal?: AbortSignal
}

const mostChapters = 1_000
const mostTagLength = 2_000
const mostCueLength = 200_000

/**
 * Finds out what a file is by its bytes, then has ffprobe read it as that and nothing else, shut off from the network and bounded in time
 * and memory. Throws MediaError for whatever is no recording we take.
 */
export async function probeAudio(file: string, { mostBytes, mostDurationMs, signal }: ProbeOptions): Promise<AudioFacts> {
  const { layout, size } = await readLayout(file, mostBytes)
  // What an edit leaves away is stored all the same, and read past by whatever decodes it.
  const longestMs = Math.max(layout.durationMs, layout.storedMs ?? 0)
  if (longestMs > mostDurationMs) throw new MediaError('too_long', `${Math.round(longestMs / 1000)} s`)
  const answer = await readWithFfprobe(file, layout, signal)
  const sound = answer.streams.find(({ codec_type }) => codec_type === 'audio')
  if (sound?.codec_name !== layout.codec || !sound.sample_rate || !sound.channels) throw new MediaError('broken', 'ffprobe sees no sound')
  await tryDecoding(file, layout, signal)
  const picture = answer.streams.find(({ disposition }) => disposition.attached_pic === 1)
  const tags = lowerCased({ ...answer.format.tags, ...sound.tags })
  return {
    format: layout.format,
    container: layout.container,
    codec: layout.codec,
    lossless: layout.lossless,
    durationMs: Math.round(layout.durationMs),
    // What comes out of the decoder: HE-AAC stores half the rate, and parametric stereo one channel.
    sampleRate: sound.sample_rate,
    channels: sound.channels,
    bitsPerSample: layout.bitsPerSample,
    bitRate: Math.round((size * 8_000) / Math.max(layout.durationMs, 1)),
    tags: readTags(tags),
    cover: picture ? await readCover(file, layout, picture.index, signal) : null,
    cueSheet: tags.get('cuesheet')?.slice(0, mostCueLength) ?? null,
    samples: layout.samples ?? null,
    chapters: readChapters(answer, layout.durationMs),
  }
}

/** What the bytes say, read by us alone. */
export async function readLayout(file: string, mostBytes: number): Promise<{ layout: Layout; size: number }> {
  const reader = await ByteReader.open(file)
  try {
    if (reader.size > mostBytes) throw new MediaError('too_large', `${reader.size} bytes`)
    const layout = await sniffFormat(reader)
    if (!(layout.durationMs > 0 && Number.isFinite(layout.durationMs))) throw new MediaError('empty')
    return { layout, size: reader.size }
  } catch (error) {
    // A read beyond a claim that the bytes don't keep.
    if (error instanceof RangeError) throw new MediaError('broken', error.message, error)
    throw error
  } finally {
    await reader.close()
  }
}

const lowerCased = (tags: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(tags).map(([name, value]) => [name.toLowerCase(), value]))

function readTags(tags: Map<string, string>): AudioTags {
  const said = (...names: string[]): string | null => {
    for (const name of names) {
      const text = tags.get(name)?.replaceAll('\u0000', ' ').trim().slice(0, mostTagLength)
      if (text) return text
    }
    return null
  }
  return {
    title: said('title', 'tit2'),
    artist: said('artist', 'album_artist', 'tpe1'),
    album: said('album', 'talb'),
    genre: said('genre', 'tcon'),
    date: said('date', 'year', 'tyer', 'tdrc', 'originaldate'),
    comment: said('comment', 'description'),
  }
}

function readChapters({ chapters }: ProbeAnswer, durationMs: number): AudioFacts['chapters'] {
  if (chapters.length > mostChapters) throw new MediaError('absurd', `${chapters.length} chapters`)
  return chapters
    .map(({ start_time, tags }) => ({
      startMs: Math.round(start_time * 1000),
      title: (lowerCased(tags).get('title') ?? '').trim().slice(0, mostTagLength),
    }))
    .filter(({ startMs }) => startMs >= 0 && startMs < durationMs)
    .sort((a, b) => a.startMs - b.startMs)
}
