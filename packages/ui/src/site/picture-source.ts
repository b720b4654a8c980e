/** Widths the image route answers; one of each is cached. */
export const pictureWidths = [160, 320, 480, 640, 768, 960, 1280, 1600, 1920] as const

export function pictureSource(src: string, width: number, format?: 'avif' | 'webp'): string {
  return `${src}?w=${width}${format ? `&f=${format}` : ''}`
}
