import { limits } from '@residency/config'
import sharp, { type Sharp } from 'sharp'
import { ImageError } from './image-error.ts'
import { type ImageFormat, sniffImage } from './sniff.ts'

const timeoutSeconds = 15
let configured = false

function configure(): void {
  if (configured) return
  configured = true
  // Two pictures at a time (turns.ts) with a thread each leave the event loop its core.
  sharp.concurrency(1)
  // Every picture is decoded once and stored as rendered: keeping pixels would only fill memory.
  sharp.cache(false)
  // libvips can open far more than we take (PDF, SVG, TIFF …); what can't be opened can't be attacked.
  sharp.block({ operation: ['VipsForeignLoad'] })
  const loaders = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif']
  sharp.unblock({ operation: loaders.map((name) => `VipsForeignLoad${name}`) })
}

export interface OpenImage {
  format: ImageFormat
  /** Upright, in sRGB, first frame only; decoding is bounded in pixels and time. */
  image: Sharp
}

/** Opens a picture after looking at its first bytes and its size. Decodes nothing yet. Throws ImageError. */
export function openImage(bytes: Uint8Array): OpenImage {
  configure()
  if (bytes.byteLength > limits.uploadImageBytes) throw new ImageError('too_many_bytes')
  const format = sniffImage(bytes)
  if (format === 'svg') throw new ImageError('svg')
  if (!format) throw new ImageError('unsupported')
  const image = sharp(bytes, { limitInputPixels: limits.imagePixels, failOn: 'error', pages: 1 })
  return { format, image: image.timeout({ seconds: timeoutSeconds }).autoOrient().toColourspace('srgb') }
}
