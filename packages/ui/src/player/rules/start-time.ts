/** `?t=` of a shared address: 3723, 62:03, 1:02:03 or 1h2m3s. Null when it says no time. */
export function readStart(text: string | null): number | null {
  if (!text) return null
  const named = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text)
  if (named && (named[1] || named[2] || named[3]))
    return (Number(named[1] ?? 0) * 3600 + Number(named[2] ?? 0) * 60 + Number(named[3] ?? 0)) * 1000
  if (!/^\d{1,6}(:\d{1,2}){0,2}$/.test(text)) return null
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000
}

/** As people write it: 1:02:03. */
export function writeStart(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** The address of a mix that begins there. */
export function startHref(href: string, ms: number): string {
  return ms < 1000 ? href : `${href}${href.includes('?') ? '&' : '?'}t=${writeStart(ms)}`
}
