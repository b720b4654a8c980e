import type { LocalizedText } from '../context/index.ts'
import type { MediaRef } from './media-ref.ts'

/** A picture in the library. */
export interface MediaItemView extends MediaRef {
  filename: string
  contentType: string
  bytes: number
  version: number
  createdAt: Date
}

interface Row extends Omit<MediaItemView, 'alt'> {
  alt: unknown
}

export const mediaItemView = ({
  id,
  width,
  height,
  focalX,
  focalY,
  alt,
  tone,
  filename,
  contentType,
  bytes,
  version,
  createdAt,
}: Row): MediaItemView => ({
  id,
  width,
  height,
  focalX,
  focalY,
  alt: alt as LocalizedText,
  tone,
  filename,
  contentType,
  bytes,
  version,
  createdAt,
})
