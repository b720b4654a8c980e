import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const day = z.iso.date()

/** Whole days in the tenant's zone, both included; nothing said: the last four weeks. */
export const periodSchema = z.object({ from: day.optional().catch(undefined), to: day.optional().catch(undefined) })

export type AskedPeriod = z.output<typeof periodSchema>

export interface Period {
  /** YYYY-MM-DD in the zone, both included. */
  from: string
  to: string
  days: number
  /** Single hours where it is short enough to be seen by hours. */
  unit: 'hour' | 'day'
  /** As instants: from (included), to (excluded). Full hours of UTC, since plays are summed by those. */
  starts: Date
  ends: Date
  /** The same number of days before. */
  startsBefore: Date
}

const mostDays = 400
const usualDays = 28
const hourMs = 3_600_000

const startOf = (date: Temporal.PlainDate, timeZone: string): Date =>
  new Date(Math.floor(date.toZonedDateTime(timeZone).epochMilliseconds / hourMs) * hourMs)

/** The period as it is asked for: the wrong way round it is turned, and of more than 400 days the last 400 are shown. */
export function periodOf(asked: AskedPeriod, timeZone: string, now: Date): Period {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const end = asked.to ? Temporal.PlainDate.from(asked.to) : today
  const begin = asked.from ? Temporal.PlainDate.from(asked.from) : end.subtract({ days: usualDays - 1 })
  const [first, to] = Temporal.PlainDate.compare(begin, end) <= 0 ? [begin, end] : [end, begin]
  const days = Math.min(mostDays, first.until(to, { largestUnit: 'day' }).days + 1)
  const from = to.subtract({ days: days - 1 })
  return {
    from: from.toString(),
    to: to.toString(),
    days,
    unit: days <= 2 ? 'hour' : 'day',
    starts: startOf(from, timeZone),
    ends: startOf(to.add({ days: 1 }), timeZone),
    startsBefore: startOf(from.subtract({ days }), timeZone),
  }
}

/** Every day (or hour) of the period in the zone, in order: those without plays are shown too. */
export function stepsOf({ from, days, unit }: Period): string[] {
  const first = Temporal.PlainDate.from(from)
  const dates = Array.from({ length: days }, (_, index) => first.add({ days: index }).toString())
  if (unit === 'day') return dates
  return dates.flatMap((date) => Array.from({ length: 24 }, (_, hour) => `${date}T${String(hour).padStart(2, '0')}:00`))
}
