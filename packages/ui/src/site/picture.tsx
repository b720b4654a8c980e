import type { CSSProperties } from 'react'
import { pictureSource, pictureWidths } from './picture-source.ts'
import type { Picture } from './views.ts'

function sourceSet(picture: Picture, format?: 'avif' | 'webp'): string {
  // The first width above the original is still offered: it is the original.
  const enough = pictureWidths.findIndex((width) => width >= picture.width)
  const widths = enough < 0 ? pictureWidths : pictureWidths.slice(0, enough + 1)
  return widths.map((width) => `${pictureSource(picture.src, width, format)} ${width}w`).join(', ')
}

export interface SitePictureProps {
  picture: Picture
  /** How wide it stands, as in `<img sizes>`: `(min-width: 60rem) 40vw, 100vw`. */
  sizes: string
  /** The page's largest picture: loaded at once and first. At most one a page. */
  priority?: boolean
  /** `''` where the words beside it already say what it shows. */
  alt?: string
  className?: string
  style?: CSSProperties
}

/**
 * One picture in the size and format the reader's device wants. Its place is kept from the first paint (width, height, tone);
 * where CSS crops it, the focal point stays in view.
 */
export function SitePicture({ picture, sizes, priority = false, alt, className, style }: SitePictureProps) {
  // React 18 knows this attribute only in lower case.
  const first = priority ? { fetchpriority: 'high' } : {}
  const place = { '--tone': picture.tone, '--focal': `${picture.focal.x * 100}% ${picture.focal.y * 100}%`, ...style } as CSSProperties
  return (
    <picture className={className ? `picture ${className}` : 'picture'} style={place}>
      <source type="image/avif" srcSet={sourceSet(picture, 'avif')} sizes={sizes} />
      <source type="image/webp" srcSet={sourceSet(picture, 'webp')} sizes={sizes} />
      <img
        src={pictureSource(picture.src, 960)}
        srcSet={sourceSet(picture)}
        sizes={sizes}
        alt={alt ?? picture.alt}
        width={picture.width}
        height={picture.height}
        loading={priority ? 'eager' : 'lazy'}
        decoding={priority ? 'auto' : 'async'}
        {...first}
      />
    </picture>
  )
}
