import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { PcmFormat } from '../decode/pcm-format.ts'
import { type RunningTool, startTool } from '../process/start-tool.ts'
import type { RenditionName } from './renditions.ts'
import { flacFrameSamples, type SegmentPlan } from './segment-plan.ts'

export const bitRates: Record<Exclude<RenditionName, 'flac'>, number> = { aac128: 128_000, aac256: 256_000, aac320: 320_000 }

export interface Encoder {
  tool: RunningTool
  outputs: Map<RenditionName, Readable>
}

/** What an encoder reads: PCM that we write to it, or bytes of a file that are PCM already (`end` is the first that is not read). */
export type EncoderInput = 'stdin' | { file: string; format: string; start: number; end: number }

/** Bytes are taken as samples, whatever they are: nothing of a stranger's file is parsed here. */
const inputWords = (input: EncoderInput, pcm: PcmFormat): string[] =>
  input === 'stdin'
    ? ['-f', pcm.sampleFormat, '-ar', String(pcm.sampleRate), '-ac', '2', '-protocol_whitelist', 'pipe', '-i', 'pipe:0']
    : [
        ...['-f', input.format, '-ar', String(pcm.sampleRate), '-ac', '2', '-protocol_whitelist', 'subfile,file'],
        ...['-i', `subfile,,start,${input.start},end,${input.end},,:file:${resolve(input.file)}`],
      ]

/** By default each packet is a write of its own, seventy a second of sound: that costs us more than all else we do with them. */
const calm = ['-flush_packets', '0']

/** Level 5 is where FLAC's own encoder stands too. The page size keeps what we wait for short. */
const flacWords = ({ sampleFormat }: PcmFormat): string[] => [
  ...['-map', '0:a', '-c:a', 'flac', '-sample_fmt', sampleFormat === 's16le' ? 's16' : 's32'],
  ...['-frame_size', String(flacFrameSamples), '-compression_level', '5', '-f', 'ogg', '-page_duration', '100000'],
]

/** Starts one ffmpeg that makes every rendition of the PCM it gets. Its encoders run on through all of it. */
export async function startEncoder(
  input: EncoderInput,
  renditions: readonly RenditionName[],
  pcm: PcmFormat,
  { aacRate }: SegmentPlan,
  limits: { seconds: number; signal: AbortSignal },
): Promise<Encoder> {
  const aac = renditions.filter((name) => name !== 'flac')
  const toAac = [`aresample=${aacRate}`, 'aformat=sample_fmts=fltp', `asplit=${aac.length}`].join(',')
  const graph =
    aac.length > 0 ? ['-filter_complex_threads', '1', '-filter_complex', `[0:a]${toAac}${aac.map((name) => `[${name}]`).join('')}`] : []
  const outputs = renditions.flatMap((name, index) => {
    const codec =
      name === 'flac'
        ? flacWords(pcm)
        : ['-map', `[${name}]`, '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', String(bitRates[name]), '-f', 'adts']
    return [...codec, '-threads', '1', '-map_metadata', '-1', '-fflags', '+bitexact', ...calm, `pipe:${index === 0 ? 1 : index + 2}`]
  })
  const tool = await startTool(
    'ffmpeg',
    ['-hide_banner', '-nostdin', '-loglevel', 'error', ...inputWords(input, pcm), ...graph, ...outputs],
    {
      ...{ ...limits, stdin: input === 'stdin', pipes: renditions.length - 1 },
    },
  )
  return { tool, outputs: new Map(renditions.map((name, index) => [name, tool.outputs[index] as Readable])) }
}
