import { describe, expect, it } from 'vitest'
import { dayMonth, daysFrom, dotted, instantAt, localDay, nextWeekday } from './calendar.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('the calendar', () => {
  it.each([
    ['2026-01-10', '22:00', 'Europe/London', '2026-01-10T22:00:00.000Z'],
    ['2026-07-10', '22:00', 'Europe/London', '2026-07-10T21:00:00.000Z'],
    ['2026-07-10', '23:30', 'America/New_York', '2026-07-11T03:30:00.000Z'],
    ['2026-07-10', '16:00', 'Asia/Tokyo', '2026-07-10T07:00:00.000Z'],
    // The nights on which clocks change, before and after the change.
    ['2026-03-29', '00:30', 'Europe/London', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '03:30', 'Europe/London', '2026-03-29T02:30:00.000Z'],
    ['2026-10-25', '00:30', 'Europe/London', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '03:30', 'Europe/London', '2026-10-25T03:30:00.000Z'],
    ['2026-11-01', '23:00', 'America/New_York', '2026-11-02T04:00:00.000Z'],
  ])('reads %s %s in %s as %s', (date, time, zone, instant) => {
    expect(instantAt(day(date), time, zone).toISOString()).toBe(instant)
  })

  it('finds the next weekday, today among them', () => {
    expect(nextWeekday(day('2026-05-14'), 0, 4)).toEqual(day('2026-05-14'))
    expect(nextWeekday(day('2026-05-14'), 0, 3)).toEqual(day('2026-05-20'))
    expect(nextWeekday(day('2026-05-14'), -10, 1)).toEqual(day('2026-05-04'))
  })

  it('shows the day where the night is', () => {
    const late = new Date('2026-07-11T03:30:00Z')
    expect(dotted(localDay(late, 'America/New_York'))).toBe('10.07.2026')
    expect(dayMonth(localDay(late, 'Asia/Tokyo'))).toBe('11.07')
    expect(daysFrom(new Date('2026-05-14T21:00:00Z'), -1)).toEqual(day('2026-05-13'))
  })
})
