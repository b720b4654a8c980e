import { type RenditionName, renditionNames } from '@residency/domain/access'
import type { SegmentName } from '@residency/domain/streaming'

export type StreamAsk = { ticket: string } & (
  | { what: 'master' }
  | { what: 'playlist'; rendition: RenditionName }
  | { what: 'segment'; rendition: RenditionName; take: number; segment: SegmentName }
  | { what: 'peaks' }
)

const shape =
  /^\/stream\/([\w.-]{40,600})\/(?:(master\.m3u8)|(peaks\.bin)|([a-z0-9]{3,8})\/(?:(index\.m3u8)|(?:([1-9]\d{0,5})\/)?(?:(init\.mp4)|(\d{1,6})\.m4s)))$/

/** What a path under `/stream/` asks for, or null when it asks for nothing there is. */
export function parseStreamPath(path: string): StreamAsk | null {
  const found = shape.exec(path)
  const ticket = found?.[1]
  if (!found || !ticket) return null
  if (found[2]) return { ticket, what: 'master' }
  if (found[3]) return { ticket, what: 'peaks' }
  const rendition = renditionNames.find((name) => name === found[4])
  if (!rendition) return null
  if (found[5]) return { ticket, what: 'playlist', rendition }
  return { ticket, what: 'segment', rendition, take: Number(found[6] ?? 0), segment: found[7] ? 'init' : Number(found[8]) }
}
