import type { RenditionName } from '../access/index.ts'

/** One encoded quality, as its playlists tell of it. */
export interface StreamRendition {
  name: RenditionName
  /** RFC 6381 */
  codecs: string
  /** Bits a second */
  bandwidth: number
  averageBandwidth: number
  /** The attempt that made its segments. */
  take: number
  /** Milliseconds of each segment, in order. */
  segmentMs: number[]
  /** False while segments are still added. */
  complete: boolean
}

/**
 * The master playlist (RFC 8216) of what one listener may hear, the lowest quality first: a player begins there when it knows nothing of the line.
 * Paths are relative, so the ticket in the playlist's own address carries over.
 */
export function masterPlaylist(renditions: readonly StreamRendition[]): string {
  const lines = [...renditions]
    .sort((a, b) => a.averageBandwidth - b.averageBandwidth)
    .flatMap(({ name, codecs, bandwidth, averageBandwidth }) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},AVERAGE-BANDWIDTH=${averageBandwidth},CODECS="${codecs}",NAME="${name}"`,
      `${name}/index.m3u8`,
    ])
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines, ''].join('\n')
}

/** The media playlist of one quality. While it is being encoded it is an event that grows: what there is can be heard. */
export function mediaPlaylist({ segmentMs, complete, take }: StreamRendition): string {
  const folder = take > 0 ? `${take}/` : ''
  const longest = Math.max(1, ...segmentMs.map((ms) => Math.round(ms / 1000)))
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${longest}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    `#EXT-X-PLAYLIST-TYPE:${complete ? 'VOD' : 'EVENT'}`,
    '#EXT-X-START:TIME-OFFSET=0',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${folder}init.mp4"`,
    ...segmentMs.flatMap((ms, index) => [`#EXTINF:${(ms / 1000).toFixed(3)},`, `${folder}${index}.m4s`]),
    ...(complete ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n')
}
