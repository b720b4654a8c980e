import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Layout, requireSane } from './layout.ts'

interface Frame {
  bytes: number
  samples: number
  sampleRate: number
  channels: number
}

const bitRates: Record<string, number[]> = {
  '1-1': [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1-2': [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1-3': [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2-1': [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2-2': [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
bitRates['2-3'] = bitRates['2-2'] as number[]

const mp3Rates = [44_100, 48_000, 32_000]

/** ISO 11172-3, 2.4.1.3 and its extension to lower rates. */
function readMp3Frame(head: Buffer): Frame | null {
  if (head.length < 4 || head[0] !== 0xff || ((head[1] as number) & 0xe0) !== 0xe0) return null
  const [second, third, fourth] = [head[1] as number, head[2] as number, head[3] as number]
  const [versionBits, layer] = [(second >> 3) & 3, 4 - ((second >> 1) & 3)]
  const [rateIndex, bitIndex] = [(third >> 2) & 3, third >> 4]
  // Free-format frames don't say their length; nobody makes them.
  if (versionBits === 1 || layer === 4 || rateIndex === 3 || bitIndex === 0 || bitIndex === 15) return null
  const [first, quarter] = [versionBits === 3, versionBits === 0]
  const sampleRate = (mp3Rates[rateIndex] as number) / (first ? 1 : quarter ? 4 : 2)
  const rate = (bitRates[`${first ? 1 : 2}-${layer}`]?.[bitIndex - 1] as number) * 1000
  const padding = (third >> 1) & 1
  const samples = layer === 1 ? 384 : layer === 3 && !first ? 576 : 1152
  const bytes =
    layer === 1 ? (Math.floor((12 * rate) / sampleRate) + padding) * 4 : Math.floor((samples / 8) * (rate / sampleRate)) + padding
  return { bytes, samples, sampleRate, channels: fourth >> 6 === 3 ? 1 : 2 }
}

const adtsRates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350]

/** ISO 14496-3, 1.A.3.2. */
function readAdtsFrame(head: Buffer): Frame | null {
  if (head.length < 7 || head[0] !== 0xff || ((head[1] as number) & 0xf6) !== 0xf0) return null
  const sampleRate = adtsRates[((head[2] as number) >> 2) & 15]
  const configuration = (((head[2] as number) & 1) << 2) | ((head[3] as number) >> 6)
  const bytes = (((head[3] as number) & 3) << 11) | ((head[4] as number) << 3) | ((head[5] as number) >> 5)
  if (sampleRate === undefined || bytes < 8) return null
  return { bytes, samples: 1024 * (((head[6] as number) & 3) + 1), sampleRate, channels: configuration === 7 ? 8 : configuration || 2 }
}

/** What the encoder wrote into the first frame's place (Xing, LAME). */
interface Promised {
  frames: number
  /** Samples at the ends that are no sound. */
  around: number
}

function readXing(frame: Buffer): Promised | null {
  const text = frame.toString('latin1', 0, Math.min(frame.length, 200))
  const at = Math.max(text.indexOf('Xing'), text.indexOf('Info'))
  if (at < 4 || frame.length < at + 12) return null
  const flags = frame.readUInt32BE(at + 4)
  if (!(flags & 1)) return null
  const tagAt = at + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0)
  const delays = frame.length >= tagAt + 24 ? frame.readUIntBE(tagAt + 21, 3) : 0
  return { frames: frame.readUInt32BE(at + 8), around: (delays >> 12) + (delays & 0xfff) }
}

const trailers = [/^TAG/, /^APETAGEX/, /^LYRICSBEGIN/, /^ID3/, /^3DI/]
const mostJunk = 64 * 1024

async function findFrame(reader: ByteReader, from: number, read: (head: Buffer) => Frame | null): Promise<number | null> {
  const block = Buffer.from(await reader.read(from, mostJunk))
  for (let at = 0; at < block.length - 8; at += 1) {
    if (block[at] !== 0xff) continue
    const frame = read(block.subarray(at, at + 8))
    const next = frame && read(await reader.read(from + at + frame.bytes, 8))
    if (next && next.sampleRate === frame?.sampleRate) return from + at
  }
  return null
}

/**
 * Walks an MP3 or a bare AAC stream frame by frame: the one honest way to its length, and the one that sees its end missing.
 * Throws `not_audio` when nothing at `start` looks like it.
 */
export async function walkFrames(reader: ByteReader, start: number, kind: 'mp3' | 'aac'): Promise<Layout> {
  const read = kind === 'mp3' ? readMp3Frame : readAdtsFrame
  let at = await firstFrame(reader, start, read)
  const first = read(await reader.read(at, 8)) as Frame
  requireSane(first)
  const promise = kind === 'mp3' ? readXing(Buffer.from(await reader.read(at, first.bytes))) : null
  let [samples, frames, junk] = [0, 0, 0]
  while (at < reader.size) {
    const head = await reader.read(at, 12)
    const frame = read(head)
    if (frame && frame.sampleRate === first.sampleRate) {
      if (at + frame.bytes > reader.size) {
        if (!promise) throw new MediaError('cut_off', 'within the last frame')
        break
      }
      frames += 1
      samples += frame.samples
      at += frame.bytes
      continue
    }
    const text = head.toString('latin1')
    if (head.length < 4 || trailers.some((trailer) => trailer.test(text))) break
    const next = await findFrame(reader, at, read)
    if (next === null) {
      junk += reader.size - at
      break
    }
    junk += next - at
    at = next
  }
  if (promise && frames + 2 < promise.frames) throw new MediaError('cut_off', `${frames} of ${promise.frames} frames`)
  if (junk > Math.max(mostJunk * 2, reader.size / 10)) throw new MediaError('broken', `${junk} bytes are no frame`)
  const heard = promise ? samples - first.samples - promise.around : samples
  return {
    ...{ format: kind, container: kind === 'mp3' ? 'mp3' : 'adts', codec: kind, lossless: false, bitsPerSample: null },
    ...{ sampleRate: first.sampleRate, channels: first.channels, durationMs: (Math.max(heard, 1) / first.sampleRate) * 1000 },
  }
}

/** Three frames in a row, right at the start or behind the padding that taggers leave. */
async function firstFrame(reader: ByteReader, start: number, read: (head: Buffer) => Frame | null): Promise<number> {
  const block = await reader.read(start, mostJunk)
  const padding = start > 0 ? block.findIndex((byte) => byte !== 0) : 0
  let at = start + Math.max(padding, 0)
  const begin = at
  for (let step = 0; step < 3; step += 1) {
    const frame = read(await reader.read(at, 8))
    if (!frame) throw new MediaError(at >= reader.size ? 'empty' : 'not_audio', 'no frames')
    at += frame.bytes
    if (at >= reader.size && step > 0) break
  }
  return begin
}
