/** Names of files that may hold what we take, and what such a file is called on the web. What it really is, is found out by reading it. */
const contentTypes: Record<string, string> = {
  wav: 'audio/wav',
  wave: 'audio/wav',
  bwf: 'audio/wav',
  aif: 'audio/aiff',
  aiff: 'audio/aiff',
  aifc: 'audio/aiff',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  alac: 'audio/mp4',
  aac: 'audio/aac',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
}

/** For the file chooser: `.wav,.aiff,…` */
export const acceptedAudioFiles = Object.keys(contentTypes)
  .map((extension) => `.${extension}`)
  .join(',')

/** The content type by the name's ending; null for what we don't take. */
export function audioContentType(filename: string): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(contentTypes, extension) ? (contentTypes[extension] ?? null) : null
}
