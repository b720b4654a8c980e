import { SitePicture } from '../../site/index.ts'
import type { Picture } from '../../site/views.ts'

interface FrameProps {
  picture: Picture
  priority?: boolean
  alt?: string
  kind?: 'open' | 'passing' | 'side'
}

/**
 * A picture from edge to edge that comes out of the ground and goes back into it. Our words stand in the fade below, never on it.
 * Covers and flyers (square or upright) carry words of their own near their edges: a wide frame goes nearer, to what they show.
 */
export function Frame({ picture, priority = false, alt, kind = 'open' }: FrameProps) {
  const near = picture.width / picture.height < 1.2
  const full = near ? '125vw' : '100vw'
  return (
    <div className={near ? `nc-frame nc-frame-${kind} nc-near` : `nc-frame nc-frame-${kind}`}>
      <SitePicture picture={picture} sizes={kind === 'side' ? `(min-width: 66rem) 90vw, ${full}` : full} priority={priority} alt={alt} />
    </div>
  )
}

/** What stands above a page that has no picture: light below the horizon, in the DJ's own colours. */
export const Sky = () => <div className="nc-sky" aria-hidden="true" />
