import { createHash } from 'node:crypto'
import { asImageError } from './image-error.ts'
import { openImage } from './open-image.ts'
import { type ImageFormat, imageFormats } from './sniff.ts'
import { inTurn } from './turns.ts'

export interface ImageFacts {
  format: ImageFormat
  contentType: string
  /** Without a dot. */
  extension: string
  /** As seen: after the turn that EXIF asks for. */
  width: number
  height: number
  bytes: number
  /** #rrggbb */
  tone: string
  sha256: string
}

/**
 * Finds out what a picture is by decoding it: nothing that a name, a type or a header claims is believed.
 * Throws ImageError for what is no picture, a hostile one, or one beyond `limits.uploadImageBytes` or `limits.imagePixels`.
 */
export function probeImage(tenantId: string, bytes: Uint8Array): Promise<ImageFacts> {
  return inTurn(tenantId, async () => {
    try {
      const { format, image } = openImage(bytes)
      const { autoOrient } = await image.metadata()
      // Decodes every row: a picture whose end is missing is found now, not when a fan asks for it.
      const { data } = await image
        .clone()
        .removeAlpha()
        .resize(1, 1, { fit: 'fill', kernel: 'cubic' })
        .raw()
        .toBuffer({ resolveWithObject: true })
      return {
        format,
        ...imageFormats[format],
        width: autoOrient.width,
        height: autoOrient.height,
        bytes: bytes.byteLength,
        tone: `#${data.subarray(0, 3).toString('hex')}`,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
    } catch (error) {
      throw asImageError(error)
    }
  })
}
