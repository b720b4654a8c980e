/** Days of the demo hang on the day of the seed, so that there is always something behind and something ahead. */

const dayMs = 86_400_000

const dayOf = (today: Date): Date => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()))
export const daysFrom = (today: Date, days: number): Date => new Date(dayOf(today).getTime() + days * dayMs)

/** The first day at or after `days` from today that falls on a weekday (0 Sunday … 6 Saturday). */
export function nextWeekday(today: Date, days: number, weekday: number): Date {
  const from = daysFrom(today, days)
  return new Date(from.getTime() + ((weekday - from.getUTCDay() + 7) % 7) * dayMs)
}

/**
 * The instant at which a clock in a time zone shows a day and a time. A time that the clock skips or repeats is read with the
 * offset that holds before the change.
 * @param time `HH:MM`
 */
export function instantAt(day: Date, time: string, timeZone: string): Date {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const wall = dayOf(day).getTime() + hours * 3_600_000 + minutes * 60_000
  const before = wall - offsetMs(new Date(wall - dayMs), timeZone)
  const guess = new Date(before)
  return offsetMs(guess, timeZone) === wall - before ? guess : new Date(wall - offsetMs(guess, timeZone))
}

/** How far the zone's clock is ahead of UTC at an instant. */
function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(at.getTime() / 1000) * 1000
  )
}

export const dotted = (day: Date): string =>
  `${String(day.getUTCDate()).padStart(2, '0')}.${String(day.getUTCMonth() + 1).padStart(2, '0')}.${day.getUTCFullYear()}`
export const dayMonth = (day: Date): string => dotted(day).slice(0, 5)

/** The day that a clock in a time zone shows at an instant, as midnight UTC. */
export const localDay = (at: Date, timeZone: string): Date => dayOf(new Date(at.getTime() + offsetMs(at, timeZone)))
