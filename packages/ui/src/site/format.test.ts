import { describe, expect, it } from 'vitest'
import {
  dateParts,
  formatCountry,
  formatDay,
  formatDayDigits,
  formatDuration,
  formatHours,
  formatIndex,
  formatMoney,
  formatStart,
  isoDuration,
} from './format.ts'

const hour = 3_600_000

describe('what fans read', () => {
  it('writes durations as players do', () => {
    expect(formatDuration(187_000)).toBe('3:07')
    expect(formatDuration(hour + 123_000)).toBe('1:02:03')
    expect(formatDuration(-5)).toBe('0:00')
    expect(isoDuration(hour + 123_000)).toBe('PT1H2M3S')
  })
  it('gives every start of a long mix the same shape', () => {
    expect(formatStart(0, 2 * hour)).toBe('0:00:00')
    expect(formatStart(187_000, 2 * hour)).toBe('0:03:07')
    expect(formatStart(187_000, hour / 2)).toBe('3:07')
  })
  it('keeps a calendar day that day in every language', () => {
    expect(formatDay('2026-11-14', 'en')).toBe('14 November 2026')
    expect(formatDay('2026-11-14', 'es')).toBe('14 de noviembre de 2026')
    expect(formatDayDigits('2026-01-02', 'en')).toBe('02/01/26')
  })
  it('tells an event in the time of its place, across the clock change', () => {
    const event = { startsAt: '2026-03-28T23:00:00Z', endsAt: '2026-03-29T04:00:00Z', timeZone: 'Europe/London' }
    expect(formatHours(event, 'en')).toBe('23:00–05:00')
    expect(formatHours({ ...event, endsAt: null }, 'fr')).toBe('23:00')
    expect(dateParts('2026-12-12T23:30:00Z', 'en', 'Europe/Berlin')).toEqual({
      weekday: 'Sun',
      day: '13',
      month: 'Dec',
      year: '2026',
      time: '00:30',
    })
  })
  it('shows whole amounts without pence, and currencies without them', () => {
    expect(formatMoney({ amountMinor: 1500, currency: 'GBP' }, 'en')).toBe('£15')
    expect(formatMoney({ amountMinor: 1250, currency: 'GBP' }, 'en')).toBe('£12.50')
    expect(formatMoney({ amountMinor: 1200, currency: 'JPY' }, 'en')).toBe('¥1,200')
  })
  it('names countries, and leaves what is no country as it is', () => {
    expect(formatCountry('FR', 'pt')).toBe('França')
    expect(formatCountry('??', 'en')).toBe('??')
  })
  it('lines catalogue numbers up', () => expect(formatIndex(7)).toBe('007'))
})
