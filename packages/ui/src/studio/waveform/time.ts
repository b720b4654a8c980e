const whole = /^\d+$/

/**
 * What somebody types as a time: `83`, `1:23`, `1:02:03`, with tenths or hundredths behind a point or comma. Milliseconds; null for what is
 * no time.
 */
export function typedMs(typed: string): number | null {
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(typed.trim())
  if (!match) return null
  const [, hours = '0', minutes, seconds = '0', part = ''] = match
  if (minutes !== undefined && Number(seconds) > 59) return null
  if (match[1] !== undefined && Number(minutes) > 59) return null
  const ms = part === '' ? 0 : Number(part.padEnd(3, '0'))
  return whole.test(seconds) ? (Number(hours) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * 1_000 + ms : null
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A time as one would type it: `1:02:03`, with the milliseconds where there are any. */
export function clockOf(ms: number): string {
  const total = Math.floor(ms / 1_000)
  const rest = Math.round(ms % 1_000)
  const part = rest > 0 ? `.${String(rest).padStart(3, '0').replace(/0+$/, '')}` : ''
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60]
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}${part}`
}
