import { Temporal } from 'temporal-polyfill'

/** `2026-10-25T01:30`: what a clock on the venue's wall shows. */
export const wallTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Which of the two, where the clocks go back and an hour comes twice. */
export type Turn = 'first' | 'second'

const zones = new Set(Intl.supportedValuesOf('timeZone').concat('UTC'))
export const isTimeZone = (name: string): boolean => zones.has(name)
export const timeZones = (): string[] => [...zones].sort()

/**
 * The instant at which the wall's clock shows `wall` in the zone. Null when no clock there ever shows it: the hour that is left out in
 * spring, or a day that does not exist. In the hour that comes twice in autumn, `turn` says which; elsewhere it means nothing.
 */
export function instantOf(wall: string, timeZone: string, turn: Turn = 'first'): Date | null {
  try {
    const plain = Temporal.PlainDateTime.from(wall, { overflow: 'reject' })
    const zoned = plain.toZonedDateTime(timeZone, { disambiguation: turn === 'first' ? 'earlier' : 'later' })
    return zoned.toPlainDateTime().equals(plain) ? new Date(zoned.epochMilliseconds) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What the wall's clock shows at an instant, and which turn it is where that hour comes twice (null where it comes once). */
export function wallTimeOf(instant: Date, timeZone: string): { wall: string; turn: Turn | null } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  const plain = zoned.toPlainDateTime()
  const first = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const second = plain.toZonedDateTime(timeZone, { disambiguation: 'later' })
  const turn = first.equals(second) ? null : zoned.equals(first) ? 'first' : 'second'
  return { wall: plain.toString({ smallestUnit: 'minute' }), turn }
}
