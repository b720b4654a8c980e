import { Temporal } from 'temporal-polyfill'

/**
 * The same time of day that many working days later (Monday to Friday; holidays differ by country and are not known), where `timeZone` is.
 * Begun on a weekend, the first working day counts as one.
 */
export function businessDaysLater(from: Date, days: number, timeZone: string): Date {
  let at = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone)
  for (let left = days; left > 0; ) {
    at = at.add({ days: 1 })
    if (at.dayOfWeek <= 5) left -= 1
  }
  return new Date(at.epochMilliseconds)
}
