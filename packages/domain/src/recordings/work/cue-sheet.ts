interface Chapter {
  startMs: number
  title: string
}

const quoted = (text: string): string => `"${text.replace(/["\r\n]+/g, ' ').trim()}"`

/** Minutes, seconds and frames of a seventy-fifth, as cue sheets count. */
function position(ms: number): string {
  const frames = Math.floor((ms * 75) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(frames / 4500))}:${two(Math.floor(frames / 75) % 60)}:${two(frames % 75)}`
}

/** Chapters say the same as a cue sheet does, and are kept as one. Null when there are none. */
export function cueSheetFromChapters(chapters: readonly Chapter[], filename: string): string | null {
  if (chapters.length === 0) return null
  const tracks = chapters
    .slice(0, 999)
    .flatMap(({ startMs, title }, index) => [
      `  TRACK ${String(index + 1).padStart(2, '0')} AUDIO`,
      `    TITLE ${quoted(title)}`,
      `    INDEX 01 ${position(startMs)}`,
    ])
  return [`FILE ${quoted(filename)} WAVE`, ...tracks, ''].join('\n')
}
