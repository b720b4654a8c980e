import { defaultLocale, formatters, intlTags, isLocale, type Locale } from '@residency/i18n'
import { formatDuration } from './duration.ts'
import type { EventCard } from './views.ts'

export { formatDuration } from './duration.ts'

/** Views carry their language as plain text. */
const known = (locale: string): Locale => (isLocale(locale) ? locale : defaultLocale)

/** Formatters are dear to make and the same few are asked for on every page. */
const cache = new Map<string, Intl.DateTimeFormat>()
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const kept = cache.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat(intlTags[known(locale)], options)
  cache.set(key, made)
  return made
}

/** Server and browser may carry different ICU data: one writes a narrow no-break space where the other writes a plain one. */
const settle = (text: string): string => text.replace(/[\u202f\u2009]/g, '\u00a0')

/** A start in a mix so long that it has hours: all rows get the same shape, 0:03:07. */
export function formatStart(ms: number, totalMs: number): string {
  const text = formatDuration(ms)
  if (totalMs < 3_600_000 || ms >= 3_600_000) return text
  return `0:${text.padStart(5, '0')}`
}

/** For `<time datetime>`: PT1H2M3S. */
export function isoDuration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  return `PT${Math.floor(total / 3600)}H${Math.floor(total / 60) % 60}M${total % 60}S`
}

/** A calendar day (`YYYY-MM-DD`) without any time zone. */
export const formatDay = (day: string, locale: string, style: 'long' | 'short' = 'long'): string =>
  settle(formatters(known(locale)).date(day.slice(0, 10), { style: style === 'long' ? 'long' : 'medium' }))

/** 21.11.26 in the reader's own order: for labels and indices. */
export function formatDayDigits(day: string, locale: string): string {
  const options = { day: '2-digit', month: '2-digit', year: '2-digit', timeZone: 'UTC' } as const
  return settle(formatter(locale, options).format(new Date(`${day.slice(0, 10)}T00:00:00Z`)))
}

/** An instant where it takes place. */
export function formatInstant(iso: string, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return settle(formatter(locale, { timeZone, ...options }).format(new Date(iso)))
}

export interface DateParts {
  weekday: string
  day: string
  month: string
  year: string
  time: string
}

/** The pieces of an instant, for set lists that put each in a column of its own. */
export function dateParts(iso: string, locale: string, timeZone: string): DateParts {
  const part = (options: Intl.DateTimeFormatOptions) => formatInstant(iso, locale, timeZone, options)
  return {
    weekday: part({ weekday: 'short' }),
    day: part({ day: '2-digit' }).replace(/\D/g, '') || part({ day: '2-digit' }),
    month: part({ month: 'short' }),
    year: part({ year: 'numeric' }),
    time: part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}

/** 23:00–06:00, in the event's own time zone. */
export function formatHours(event: Pick<EventCard, 'startsAt' | 'endsAt' | 'timeZone'>, locale: string): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const start = formatInstant(event.startsAt, locale, event.timeZone, clock)
  return event.endsAt ? `${start}–${formatInstant(event.endsAt, locale, event.timeZone, clock)}` : start
}

/** Minor units in the reader's language; whole amounts without decimals. */
export const formatMoney = (price: { amountMinor: number; currency: string }, locale: string): string =>
  settle(formatters(known(locale)).money(price.amountMinor, price.currency, { trim: true }))

export const formatNumber = (value: number, locale: string): string => settle(formatters(known(locale)).number(value))

/** The country's name in the reader's language; the code where the language has none. */
export function formatCountry(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** 007, 0312: catalogue numbers line up. */
export const formatIndex = (number: number, digits = 3): string => String(number).padStart(digits, '0')
