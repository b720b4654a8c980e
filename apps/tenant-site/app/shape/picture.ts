import { localize } from '@residency/domain/context'
import type { MediaRef } from '@residency/domain/media'
import type { Picture } from '@residency/ui/views'
import type { SiteRequest } from './site-request.ts'

/** A picture in the reader's language. `alt` stands in where the DJ wrote none and the picture says something. */
export function picture(site: SiteRequest, ref: MediaRef | null, alt = ''): Picture | null {
  if (!ref) return null
  return {
    src: `/media/${ref.id}`,
    alt: localize(ref.alt, site.ctx.locale, site.ctx.tenant.locale) || alt,
    width: ref.width,
    height: ref.height,
    focal: { x: ref.focalX / 1000, y: ref.focalY / 1000 },
    tone: ref.tone,
  }
}
