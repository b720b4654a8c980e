import { spawn } from 'node:child_process'
import { testWav } from '../../packages/domain/src/testing/test-audio.ts'
import { type BenchContext, type Benchmark, type Figure, round } from './benchmark.ts'
import { type Source, Uploader } from './uploader.ts'

const minutes = 60
const patienceMs = 120_000
const worker = new URL('../../packages/jobs/src/testing/encoding-worker.ts', import.meta.url).pathname

/** An hour of stereo WAV: one minute again and again behind a header that says so. */
function hour(): Source {
  const minute = testWav({ seconds: 60 })
  const sound = minute.subarray(44)
  const header = Buffer.from(minute.subarray(0, 44))
  const bytes = 44 + sound.length * minutes
  header.writeUInt32LE(bytes - 8, 4)
  header.writeUInt32LE(bytes - 44, 40)
  const read = (first: number, wanted: number): Buffer => {
    const part = Buffer.alloc(wanted)
    for (let at = 0; at < wanted; ) {
      const place = first + at
      const piece = place < 44 ? header.subarray(place) : sound.subarray((place - 44) % sound.length)
      at += piece.copy(part, at)
    }
    return part
  }
  return { filename: 'an hour.wav', bytes, read }
}

interface Progress {
  stage: string
  failure: string | null
  playable: boolean
}

async function progressOf(uploader: Uploader, mixId: string): Promise<Progress> {
  const { recordings } = await uploader.say<{ recordings: Progress[] }>('GET', `/studio/uploads/progress?mixId=${mixId}`)
  const [recording] = recordings
  if (!recording || recording.failure) throw new Error(`the recording failed: ${recording?.failure}`)
  return recording
}

/** Plays as a player does: what is there to hear, the playlists, the header and the first segment. */
async function hearFirstSegment(uploader: Uploader, mixId: string): Promise<void> {
  const { stream } = await uploader.say<{ stream: { master: string } | null }>('GET', `/listen/${mixId}`)
  if (!stream) throw new Error('it is said to be playable, and there is no stream')
  const read = async (file: string): Promise<string> => {
    const { status, body } = await uploader.get(stream.master.replace('master.m3u8', file))
    if (status !== 200) throw new Error(`${file} was answered with ${status}`)
    return body
  }
  await read('master.m3u8')
  const playlist = await read('aac128/index.m3u8')
  for (const named of [/URI="(.+)"/, /^(\S+\.m4s)$/m]) await read(`aac128/${named.exec(playlist)?.[1]}`)
}

/** From "the last byte has arrived" to the first segment in a player's hands, through queue, check and encoder. */
async function run(context: BenchContext): Promise<Figure[]> {
  const encoder = spawn(process.execPath, ['--import', 'tsx', worker], { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await new Promise((resolve) => encoder.stdout.once('data', resolve))
    const uploader = await Uploader.signIn(context)
    const source = hour()
    const begun = await uploader.begin(source)
    for (let number = 1; (number - 1) * begun.partBytes < source.bytes; number += 1) await uploader.put(source, begun, number)
    const started = performance.now()
    const { mixId } = await uploader.complete(begun.uploadId)
    const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    // The studio's own question: asking for the stream again and again would be counted as too many tries.
    for (; !(await progressOf(uploader, mixId)).playable; await soon(50))
      if (performance.now() - started > patienceMs) throw new Error('nothing could be heard within two minutes')
    await hearFirstSegment(uploader, mixId)
    const heard = (performance.now() - started) / 1000
    context.say(`  heard after ${round(heard)} s; encoding the rest …`)
    while ((await progressOf(uploader, mixId)).stage !== 'ready') await soon(500)
    const ready = (performance.now() - started) / 1000
    return [
      { name: 'media.firstPlay', value: round(heard), unit: 's', floor: null, ratio: null },
      { name: 'media.ready', value: round(ready, 1), unit: 's', floor: null, ratio: null },
    ]
  } finally {
    encoder.kill('SIGTERM')
  }
}

export const mediaFirstPlay: Benchmark = { name: 'media.firstPlay', run }
