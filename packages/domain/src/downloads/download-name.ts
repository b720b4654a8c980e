/** What a file is called on the fan's disk: no sign that any system minds, and not so long that one cuts it. */
export function downloadName(artist: string, title: string, extension: string): string {
  const words = `${artist} - ${title}`
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  return `${[...words].slice(0, 120).join('').trim() || 'mix'}.${extension}`
}
