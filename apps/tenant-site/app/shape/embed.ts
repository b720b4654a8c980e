/** Size of an embedded mix, in CSS pixels: it grows with the page it stands in, up to here. */
export const embedSize = { width: 640, height: 240, leastWidth: 240, leastHeight: 120 } as const

export const embedPath = (mixId: string): string => `/embed/${mixId}`

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

interface Framed {
  /** With its origin. */
  src: string
  title: string
  width?: number
  height?: number
}

/** What one puts into one's own page. */
export const embedCode = ({ src, title, width = embedSize.width, height = embedSize.height }: Framed): string =>
  `<iframe src="${quoted(src)}" title="${quoted(title)}" width="${width}" height="${height}" style="width:100%;max-width:${width}px;border:0" loading="lazy" allow="autoplay; encrypted-media" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
