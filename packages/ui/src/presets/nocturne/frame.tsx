import { SitePicture } from '../../site/index.ts'
import type { Picture } from '../../site/views.ts'

/** A picture from edge to edge that comes out of the ground and goes back into it. Its words stand in the fade below, never on it. */
export function Frame({
  picture,
  priority = false,
  alt,
  kind = 'open',
}: {
  picture: Picture
  priority?: boolean
  alt?: string
  kind?: 'open' | 'passing' | 'side'
}) {
  return (
    <div className={`nc-frame nc-frame-${kind}`}>
      <SitePicture picture={picture} sizes={kind === 'side' ? '(min-width: 64rem) 75vw, 100vw' : '100vw'} priority={priority} alt={alt} />
    </div>
  )
}

/** What stands above a page that has no picture: light below the horizon, in the DJ's own colours. */
export const Sky = () => <div className="nc-sky" aria-hidden="true" />
