import { mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { planRanges } from './encode/plan-ranges.ts'
import {
  type AudioFacts,
  compareFingerprints,
  cutPreview,
  type EncodedRendition,
  encodeHls,
  MediaError,
  makeDownload,
  measureAudio,
  probeAudio,
  type SegmentEvent,
} from './index.ts'
import { decoded, type Folder, soundFolder, tones } from './testing/make-sound.ts'

// Encoding is work for a processor, which other tests may be using.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const most = { mostBytes: 2 ** 32, mostDurationMs: 12 * 3_600_000 }
let folder: Folder
beforeAll(async () => {
  folder = await soundFolder()
})
afterAll(() => folder.remove())

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (error instanceof MediaError) return error.problem
    throw error
  }
  return 'none'
}

describe('probing', () => {
  it.each<[string, string[], Partial<AudioFacts>]>([
    ['a.wav', [], { format: 'wav', codec: 'pcm_s16le', lossless: true, bitsPerSample: 16 }],
    ['b.wav', ['-c:a', 'pcm_s24le'], { format: 'wav', codec: 'pcm_s24le', lossless: true, bitsPerSample: 24 }],
    ['c.wav', ['-c:a', 'pcm_f32le'], { format: 'wav', codec: 'pcm_f32le', lossless: true, bitsPerSample: 32 }],
    ['a.aiff', [], { format: 'aiff', codec: 'pcm_s16be', lossless: true, bitsPerSample: 16 }],
    ['a.flac', ['-sample_fmt', 's16'], { format: 'flac', container: 'flac', lossless: true, bitsPerSample: 16 }],
    ['b.ogg', ['-c:a', 'flac'], { format: 'flac', container: 'ogg', lossless: true }],
    ['a.mp3', [], { format: 'mp3', lossless: false, bitsPerSample: null }],
    ['a.aac', [], { format: 'aac', container: 'adts', lossless: false }],
    ['a.m4a', [], { format: 'aac', container: 'mp4', lossless: false }],
    ['b.m4a', ['-c:a', 'alac', '-sample_fmt', 's16p'], { format: 'alac', container: 'mp4', lossless: true, bitsPerSample: 16 }],
    ['a.ogg', ['-c:a', 'libvorbis'], { format: 'ogg', lossless: false }],
    ['a.opus', [], { format: 'opus', lossless: false, sampleRate: 48_000 }],
  ])('knows %s by its bytes, under any name', async (name, words, facts) => {
    const file = await folder.make(name, ...tones(2), ...words)
    const unnamed = join(folder.path, 'upload')
    await writeFile(unnamed, await readFile(file))
    const found = await probeAudio(unnamed, most)
    expect(found).toMatchObject({ sampleRate: 44_100, channels: 2, ...facts })
    expect(Math.abs(found.durationMs - 2_000)).toBeLessThan(60)
  })

  it.each([
    ['an MP4', 'long.m4a', []],
    ['a WAV', 'long2.wav', []],
    ['an AIFF', 'long3.aiff', []],
    ['an ALAC', 'long4.m4a', ['-c:a', 'alac']],
    ['an Opus', 'long5.opus', []],
  ])('knows how long %s is heard: without what its encoder put before and behind', async (_, name, words) => {
    const file = await folder.make(name, ...tones(3.21), ...words)
    expect(Math.abs((await probeAudio(file, most)).durationMs - 3_210)).toBeLessThan(3)
  })

  it('reads tags, cover and chapters, as a download carries them', async () => {
    const wav = await folder.make('tagged.wav', ...tones(5))
    const cover = await readFile(await folder.make('cover.jpg', '-f', 'lavfi', '-i', 'testsrc=size=80x80', '-frames:v', '1'))
    const outFile = join(folder.path, 'download.mp3')
    const tags = { title: 'Noche = día; #1 \\ 夜', artist: 'DJ', album: 'Residency', genre: 'House', date: '2026', comment: 'a\nb' }
    const chapters = [
      { startMs: 0, title: 'Intro' },
      { startMs: 2_500, title: 'Second [part]' },
    ]
    const { bytes } = await makeDownload(wav, await probeAudio(wav, most), { format: 'mp3', tags, cover, chapters, outFile })
    expect(bytes).toBe((await readFile(outFile)).length)
    const found = await probeAudio(outFile, most)
    expect(found.tags).toEqual({ ...tags, comment: 'a b' })
    expect(found.chapters).toEqual(chapters)
    expect(Buffer.from(found.cover ?? []).equals(cover)).toBe(true)
    expect(Math.abs(found.bitRate - 320_000)).toBeLessThan(40_000)
  })

  it.each<[string, (wav: Buffer) => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['text', () => Buffer.from('not a recording '.repeat(99)), 'not_audio'],
    ['a playlist', () => Buffer.from('#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1/\n'), 'refers_elsewhere'],
    ['half a file', (wav) => wav.subarray(0, wav.length / 2), 'cut_off'],
    ['a thousand channels', (wav) => Buffer.from(wav).fill(Buffer.from([0xe8, 3]), 22, 24), 'absurd'],
    ['a codec of its own', (wav) => Buffer.from(wav).fill(0x55, 20, 21), 'unsupported'],
  ])('refuses %s', async (_, twist, problem) => {
    const wav = await readFile(await folder.make('good.wav', ...tones(1)))
    const file = join(folder.path, 'bad')
    await writeFile(file, twist(wav))
    expect(await problemOf(probeAudio(file, most))).toBe(problem)
  })

  it('refuses what is longer or larger than allowed before decoding any of it', async () => {
    const file = await folder.make('long.wav', ...tones(3))
    expect(await problemOf(probeAudio(file, { ...most, mostDurationMs: 2_000 }))).toBe('too_long')
    expect(await problemOf(probeAudio(file, { ...most, mostBytes: 1_000 }))).toBe('too_large')
  })

  it('refuses a film without sound as that', async () => {
    const film = await folder.make('silent.mp4', '-f', 'lavfi', '-i', 'testsrc=size=64x64:duration=1')
    expect(await problemOf(probeAudio(film, most))).toBe('no_sound')
  })
})

describe('encoding', () => {
  /** A rendition as a player has it: the header, then segment after segment. */
  const whole = async (rendition: EncodedRendition): Promise<string> => {
    const file = join(folder.path, `${rendition.name}.mp4`)
    await writeFile(
      file,
      Buffer.concat(await Promise.all([rendition.initFile, ...rendition.segments.map((one) => one.file)].map((path) => readFile(path)))),
    )
    return file
  }
  const encode = async (file: string, name: string, options: Partial<Parameters<typeof encodeHls>[2]> = {}) => {
    const outDir = join(folder.path, name)
    await mkdir(outDir, { recursive: true })
    return encodeHls(file, await probeAudio(file, most), { outDir, renditions: ['aac128', 'aac320', 'flac'], workers: 2, ...options })
  }

  it.each([
    ['which read a file of PCM by ranges', 'joined.wav', []],
    ['which read big-endian PCM', 'joined.aiff', []],
    ['which are fed by a decoder', 'joined.flac', ['-sample_fmt', 's16']],
  ])('joins what several encoders made, %s, without a gap or a click, to the sample', async (_, name, words) => {
    const wav = await folder.make(name, ...tones(31.2345), ...words)
    const source = await decoded(wav)
    const events: SegmentEvent[] = []
    const renditions = await encode(wav, `${name}-out`, { workers: 3, onSegment: (event) => events.push(event) })
    for (const rendition of renditions) {
      const heard = await decoded(await whole(rendition))
      // A decoder of the bare fragments gives the priming that the edit list skips, and fills the last frame.
      const skipped = rendition.name === 'flac' ? 0 : 1_024 * 2
      // The very ends aside: a tone that begins or stops at once is no join.
      const edge = rendition.name === 'flac' ? 0 : 4 * 1_024
      let worst = 0
      for (let at = edge; at < source.length - edge; at += 1)
        worst = Math.max(worst, Math.abs((heard[at + skipped] ?? 0) - (source[at] as number)))
      expect(worst).toBeLessThan(rendition.name === 'flac' ? 1 : 800)
      expect(heard.length - skipped - source.length).toBeLessThan(rendition.name === 'flac' ? 1 : 1_024 * 2)
      expect(rendition.durationMs).toBeCloseTo((source.length / 2 / 44_100) * 1000, 3)
    }
    const cuts = renditions.map(({ segments }) => segments.map(({ durationMs }) => durationMs.toFixed(3)))
    expect(cuts[1]).toEqual(cuts[0])
    expect(cuts[2]).toEqual(cuts[0])
    for (const { name, segments } of renditions) {
      expect(events.filter(({ rendition }) => rendition === name).map(({ index }) => index)).toEqual(['init', ...segments.keys()])
    }
  })

  it('keeps a lossless source at its own rate and depth, in step with the others', async () => {
    const wav = await folder.make('deep.wav', ...tones(13, 96_000), '-c:a', 'pcm_s24le')
    const [aac, flac] = await encode(wav, 'deep', { renditions: ['aac128', 'flac'] })
    expect([aac?.sampleRate, flac?.sampleRate]).toEqual([48_000, 96_000])
    expect(aac?.segments.map((one) => one.durationMs)).toEqual(flac?.segments.map((one) => one.durationMs))
    const facts = await decoded(await whole(flac as EncodedRendition))
    expect(facts.length / 2).toBe(13 * 96_000)
  })

  it('encodes the trimmed part alone, from a file that can not be sought', async () => {
    const mp3 = await folder.make('trimmed.mp3', ...tones(9))
    const [aac] = await encode(mp3, 'trimmed', { renditions: ['aac128'], trim: { startMs: 1_000, endMs: 8_250 } })
    expect(aac?.durationMs).toBeCloseTo(7_250, 0)
    expect(aac?.segments).toHaveLength(2)
  })

  it('stops at once when told, and says that a file ended early', async () => {
    const wav = await folder.make('stopped.wav', ...tones(20))
    const stop = new AbortController()
    await expect(encode(wav, 'stopped', { signal: stop.signal, onSegment: () => stop.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    )
    const facts = await probeAudio(wav, most)
    await truncate(wav, 500_000)
    const outDir = join(folder.path, 'stopped')
    expect(await problemOf(encodeHls(wav, facts, { outDir, renditions: ['aac128'] }))).toBe('cut_off')
  })

  it('encodes nothing of a file before it is there', async () => {
    const wav = await folder.make('arriving.wav', ...tones(40))
    const { size } = await stat(wav)
    const facts = await probeAudio(wav, most)
    let here = 3_000_000
    const waiting: [number, () => void][] = []
    const events: number[] = []
    const encoding = encodeHls(wav, facts, {
      outDir: join(folder.path, 'stopped'),
      renditions: ['aac128'],
      workers: 2,
      arrived: (byte) => (byte <= here ? Promise.resolve() : new Promise((resolve) => waiting.push([byte, resolve]))),
      onSegment: ({ index }) => events.push(index === 'init' ? -1 : index),
    })
    await vi.waitFor(() => expect(events).toEqual([-1, 0, 1]), { timeout: 60_000 })
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.every(([byte]) => byte > here && byte <= size)).toBe(true)
    here = size
    for (const [, go] of waiting) go()
    expect((await encoding)[0]?.durationMs).toBeCloseTo(40_000, 3)
  })

  it('deals every segment out once, to ranges that grow and then shrink', () => {
    for (const [segments, encoders] of [
      [1, 2],
      [7, 1],
      [615, 2],
      [7_400, 16],
    ] as const) {
      const ranges = [...planRanges(segments, encoders)]
      expect(ranges.flatMap((one) => Array.from({ length: one.segments }, (_, at) => one.firstSegment + at))).toEqual([
        ...Array(segments).keys(),
      ])
      expect(ranges.filter(({ last }) => last)).toEqual([ranges.at(-1)])
      expect(Math.max(...ranges.map((one) => one.segments))).toBeLessThanOrEqual(100)
    }
  })

  it('makes no lossless rendition of a lossy source', async () => {
    const mp3 = await folder.make('lossy.mp3', ...tones(1))
    await expect(encode(mp3, 'lossy')).rejects.toThrow('lossy')
  })
})

describe('measuring', () => {
  const measured = async (file: string) => measureAudio(file, await probeAudio(file, most))

  it('finds loudness, true peak, silence at the ends and the waveform', async () => {
    const [silence, tone] = ['aevalsrc=0|0:s=44100:d=1', "aevalsrc=exprs='0.5*sin(2*PI*1000*t)|0.5*sin(2*PI*1000*t)':s=44100:d=8"]
    const parts = [silence, tone, silence].flatMap((source) => ['-f', 'lavfi', '-i', source])
    const file = await folder.make('ends.wav', ...parts, '-filter_complex', 'concat=n=3:v=0:a=1')
    const found = await measured(file)
    // A sine of -6.02 dBFS on both sides is -6 LUFS at 1 kHz, give or take the K-weighting's half a decibel.
    expect(Math.abs(found.loudness.integratedLufs + 6)).toBeLessThan(0.6)
    expect(Math.abs(found.loudness.truePeakDbtp + 6)).toBeLessThan(0.2)
    expect(found.durationMs).toBe(10_000)
    expect(Math.abs(found.silence.leadMs - 1_000)).toBeLessThan(3)
    expect(Math.abs(found.silence.tailMs - 1_000)).toBeLessThan(3)
    expect(found.peaks.detail).toHaveLength(250)
    expect([found.peaks.detail[5], found.peaks.detail[125]]).toEqual([0, 128])
    expect(found.energy).toHaveLength(2)
    expect(found.tempo.bpm).toBeNull()
  })

  it('finds tempo and key of a beat with chords', async () => {
    // A minor: 126 beats a minute, a kick on each, a chord held.
    const beat = 60 / 126
    const chord = [220, 261.63, 329.63, 440].map((hz) => `0.07*sin(2*PI*${hz}*t)`).join('+')
    const sound = `0.5*sin(2*PI*55*t)*exp(-12*mod(t\\,${beat}))+${chord}+0.1*(random(0)-0.5)*exp(-30*mod(t\\,${beat / 2}))`
    const file = await folder.make('beat.wav', '-f', 'lavfi', '-i', `aevalsrc=exprs='${sound}|${sound}':s=44100:d=30`)
    const { tempo, key } = await measured(file)
    const counts = [tempo.bpm ?? 0, ...tempo.alternatives.filter(({ relation }) => relation !== 'other').map(({ bpm }) => bpm)]
    expect(counts.some((bpm) => Math.abs(bpm / 126 - 1) < 0.01)).toBe(true)
    expect(key).toMatchObject({ name: 'A minor', camelot: '8A' })
  })

  it('says little of silence, and does not fail on it', async () => {
    const found = await measured(await folder.make('silent.wav', '-f', 'lavfi', '-i', 'anullsrc=duration=6'))
    expect(found).toMatchObject({ key: null, tempo: { bpm: null }, loudness: { integratedLufs: -70 }, suggestion: { genres: [] } })
    expect(found.silence).toEqual({ leadMs: 6_000, tailMs: 6_000 })
  })

  it('knows a recording again in another encoding and with its start cut, and no other', async () => {
    const sweep = (from: number) =>
      `aevalsrc=exprs='0.4*sin(2*PI*t*(${from}+60*sin(t*0.7)+8*t))+0.2*sin(2*PI*t*(${from * 2}-5*t))':s=44100:d=24`
    const one = await folder.make('one.wav', '-f', 'lavfi', '-i', sweep(300))
    const again = await folder.make('again.mp3', '-ss', '4', '-i', one, '-b:a', '96k')
    const other = await folder.make('other.wav', '-f', 'lavfi', '-i', sweep(470))
    const [a, b, c] = (await Promise.all([one, again, other].map(measured))).map(({ fingerprint }) => fingerprint) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    const match = compareFingerprints(a, b)
    expect(match.same).toBe(true)
    expect(Math.abs(match.offsetMs - 4_000)).toBeLessThan(200)
    expect(compareFingerprints(b, a).offsetMs).toBe(-match.offsetMs)
    expect(compareFingerprints(a, c).same).toBe(false)
    expect(compareFingerprints(a, new Uint8Array(0))).toEqual({ same: false, similarity: 0, offsetMs: 0 })
  })
})

it('cuts a preview', async () => {
  const file = await folder.make('preview.flac', ...tones(6))
  const outFile = join(folder.path, 'preview.m4a')
  await cutPreview(file, await probeAudio(file, most), { startMs: 1_000, durationMs: 3_000, outFile })
  const found = await probeAudio(outFile, most)
  expect(found).toMatchObject({ format: 'aac', container: 'mp4' })
  expect(Math.abs(found.durationMs - 3_000)).toBeLessThan(60)
})
