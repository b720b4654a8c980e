import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { encodeHls, measureAudio, probeAudio } from '@residency/integrations/media'
import { type BenchContext, type Benchmark, compare, round } from './benchmark.ts'
import { hourMs, withHourOfSound } from './hour-of-sound.ts'

const pairs = 2
const bitRates = [128, 256, 320]
const cores = availableParallelism()

/**
 * The whole way of a recording: probed, measured, encoded, cut into segments. FLAC is in neither: it is made beside the three where the source
 * is lossless.
 */
async function ours(file: string, outDir: string): Promise<void> {
  const facts = await probeAudio(file, { mostBytes: 4 * 1024 ** 3, mostDurationMs: 2 * hourMs })
  await Promise.all([
    measureAudio(file, facts),
    encodeHls(file, facts, { outDir, renditions: bitRates.map((rate) => `aac${rate}` as 'aac128'), workers: cores }),
  ])
}

/** Encoding alone, by nothing but ffmpeg: each core its part of the hour, into the same three qualities, with the same coder. */
async function bare(file: string, outDir: string): Promise<void> {
  const part = hourMs / 1000 / cores
  const encoders = Array.from({ length: cores }, async (_, core) => {
    const outputs = bitRates.flatMap((rate) => [
      '-c:a',
      'aac',
      '-aac_coder',
      'fast',
      '-b:a',
      `${rate}k`,
      '-y',
      join(outDir, `${core}-${rate}.m4a`),
    ])
    const input = ['-v', 'error', '-nostdin', '-ss', String(core * part), '-t', String(part), '-i', file]
    const [code] = await once(spawn('ffmpeg', [...input, ...outputs], { stdio: 'ignore' }), 'exit')
    if (code !== 0) throw new Error(`the bare ffmpeg ended with ${code}`)
  })
  await Promise.all(encoders)
}

/** Processor time of this process and of all its children that have ended, in seconds. */
async function spent(): Promise<number> {
  const fields = (await readFile('/proc/self/stat', 'utf8')).split(') ')[1]?.split(' ') ?? []
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return ticks / 100
}

const run = ({ say }: BenchContext) =>
  withHourOfSound(async (file, folder) => {
    const processor = { ours: 0, bare: 0 }
    /** Times real time. */
    const speed = (name: keyof typeof processor, work: (file: string, outDir: string) => Promise<void>) => async () => {
      const outDir = join(folder, name)
      await mkdir(outDir, { recursive: true })
      const [started, before] = [performance.now(), await spent()]
      await work(file, outDir)
      const times = hourMs / (performance.now() - started)
      const seconds = (await spent()) - before
      processor[name] += seconds
      say(`  ${name}: ${times.toFixed(1)} times real time, ${seconds.toFixed(1)} s of processor`)
      await rm(outDir, { recursive: true })
      return times
    }
    const figure = await compare(speed('ours', ours), speed('bare', bare), pairs)
    const [value, floor] = [processor.ours / pairs, processor.bare / pairs]
    return [
      { name: 'media.encode', unit: 'x real time', ...figure },
      // What does not move with the machine's other work: how much of what we spend is what bare ffmpeg spends.
      { name: 'media.encode.processor', value: round(value, 1), unit: 's', floor: round(floor, 1), ratio: round(floor / value, 3) },
    ]
  })

export const mediaEncode: Benchmark = { name: 'media.encode', run }
