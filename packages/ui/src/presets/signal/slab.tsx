import type { CSSProperties } from 'react'
import { SitePicture } from '../../site/index.ts'
import type { Picture } from '../../site/views.ts'

/**
 * The colour a poster is printed from: its picture's own. Without one the DJ's second colour and accent take turns.
 * CSS makes paper and ink of it, at lightnesses whose contrast holds for any hue.
 */
export const inked = (picture: Picture | null, turn = 0): CSSProperties =>
  ({ '--tint': picture?.tone ?? (turn % 2 === 0 ? 'var(--second)' : 'var(--accent)') }) as CSSProperties

/** A picture in two inks, cut on the slant. Without one, bars of ink keep its place. */
export function Slab({
  picture,
  sizes,
  priority,
  alt = '',
  className,
}: {
  picture: Picture | null
  sizes: string
  priority?: boolean
  alt?: string
  className?: string
}) {
  return (
    <span className={className ? `slab ${className}` : 'slab'} data-empty={picture ? undefined : ''}>
      <span className="slab-in">{picture ? <SitePicture picture={picture} sizes={sizes} priority={priority} alt={alt} /> : null}</span>
    </span>
  )
}
