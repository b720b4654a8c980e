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

/**
 * Starts one ffmpeg that makes every rendition of the PCM we feed it. It sees no stranger's bytes, and its encoders run on through all the
 * chunks it is fed: starting anew for each would cost more than it encodes.
 */
export async function startEncoder(
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
    const pipe = `pipe:${index === 0 ? 1 : index + 2}`
    const codec =
      name === 'flac'
        ? // Level 5 is where FLAC's own encoder stands too. The page size keeps what we wait for short.
          [
            '-map',
            '0:a',
            '-c:a',
            'flac',
            '-frame_size',
            String(flacFrameSamples),
            '-compression_level',
            '5',
            '-f',
            'ogg',
            '-page_duration',
            '100000',
          ]
        : ['-map', `[${name}]`, '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', String(bitRates[name]), '-f', 'adts']
    return [...codec, '-threads', '1', '-map_metadata', '-1', '-fflags', '+bitexact', pipe]
  })
  const input = ['-f', pcm.sampleFormat, '-ar', String(pcm.sampleRate), '-ac', '2', '-protocol_whitelist', 'pipe', '-i', 'pipe:0']
  const tool = await startTool('ffmpeg', ['-hide_banner', '-loglevel', 'error', ...input, ...graph, ...outputs], {
    ...{ ...limits, stdin: true, pipes: renditions.length - 1 },
  })
  return { tool, outputs: new Map(renditions.map((name, index) => [name, tool.outputs[index] as Readable])) }
}
