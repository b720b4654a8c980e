import { MediaError } from '../media-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Layout, requireSane } from './layout.ts'

const unknownSize = 0xffff_ffff
const mostChunks = 4_096
const integers = new Map([
  [8, 'pcm_u8'],
  [16, 'pcm_s16le'],
  [24, 'pcm_s24le'],
  [32, 'pcm_s32le'],
])
const floats = new Map([
  [32, 'pcm_f32le'],
  [64, 'pcm_f64le'],
])

interface Shape {
  sampleRate: number
  channels: number
  bits: number
  codec: string
  frameBytes: number
}

function readShape(chunk: Buffer): Shape {
  if (chunk.length < 16) throw new MediaError('broken', 'a fmt chunk too short')
  const [channels, sampleRate, frameBytes, bits] = [
    chunk.readUInt16LE(2),
    chunk.readUInt32LE(4),
    chunk.readUInt16LE(12),
    chunk.readUInt16LE(14),
  ]
  const tag = chunk.readUInt16LE(0)
  const kind = tag === 0xfffe && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag
  requireSane({ sampleRate, channels })
  const codec = kind === 1 ? integers.get(bits) : kind === 3 ? floats.get(bits) : undefined
  if (!codec) throw new MediaError('unsupported', `WAV of kind ${kind} with ${bits} bits`)
  if (frameBytes !== (channels * bits) / 8) throw new MediaError('absurd', `frames of ${frameBytes} bytes`)
  return { sampleRate, channels, bits, codec, frameBytes }
}

/** RIFF, RF64 and BW64. */
export async function readWav(reader: ByteReader): Promise<Layout> {
  let shape: Shape | null = null
  let longSize: number | null = null
  let at = 12
  for (let chunks = 0; at + 8 <= reader.size; chunks += 1) {
    if (chunks > mostChunks) throw new MediaError('absurd', 'chunks without end')
    const head = await reader.read(at, 8 + 40)
    const [id, size] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)]
    if (id === 'ds64' && head.length >= 24) longSize = Number(head.readBigUInt64LE(16))
    if (id === 'fmt ') shape = readShape(head.subarray(8, 8 + Math.min(size, 40)))
    if (id === 'data') {
      if (!shape) throw new MediaError('broken', 'sound before its description')
      return layoutOf(shape, at + 8, reader.size - at - 8, size === unknownSize && longSize !== null ? longSize : size)
    }
    at += 8 + size + (size % 2)
  }
  throw new MediaError(reader.size < 44 ? 'empty' : 'cut_off', 'no data chunk')
}

function layoutOf(shape: Shape, at: number, present: number, claimed: number): Layout {
  // A recorder that lost its power, or wrote into a pipe, never came back to fill in the size.
  const open = claimed === 0 || claimed === unknownSize
  if (!open && claimed > present) throw new MediaError('cut_off', `${present} of ${claimed} bytes`)
  const frames = Math.floor((open ? present : claimed) / shape.frameBytes)
  if (frames === 0) throw new MediaError('empty')
  const { sampleRate, channels, bits, codec, frameBytes } = shape
  return {
    ...{ format: 'wav', container: 'wav', codec, lossless: true, sampleRate, channels, bitsPerSample: bits },
    durationMs: (frames / sampleRate) * 1000,
    samples: { at, bytes: frames * frameBytes, frameBytes },
  }
}
