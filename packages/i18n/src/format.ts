import { intlTags, type Locale } from './locale.ts'

export type DateStyle = 'full' | 'long' | 'medium' | 'short' | 'dayMonth' | 'monthYear' | 'weekday'

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  monthYear: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
}

export interface Formatters {
  /** A calendar day. A `YYYY-MM-DD` is that day everywhere; an instant needs the zone it is told in. */
  date: (value: string | Date, options?: { style?: DateStyle; timeZone?: string }) => string
  /** Hour and minute in the zone, with the zone's short name when asked. */
  time: (value: string | Date, options: { timeZone: string; zoneName?: boolean }) => string
  dateTime: (value: string | Date, options: { timeZone: string; style?: DateStyle; zoneName?: boolean }) => string
  /** From minor units (pence, cents; whole yen): no pence are shown when there are none and `trim` is set. */
  money: (amountMinor: number, currency: string, options?: { trim?: boolean }) => string
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  percent: (fraction: number, digits?: number) => string
  list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string
  /** "3 days ago", "in 2 hours", "yesterday": the largest unit that fits. */
  relative: (value: string | Date, now?: Date) => string
  /** `62:05` stays under an hour as `mm:ss`, above it `h:mm:ss`. Takes milliseconds. */
  clock: (durationMs: number) => string
  /** "1 hr 12 min" in words short enough for a card. Takes milliseconds. */
  duration: (durationMs: number) => string
  /** "12 MB". Takes bytes. */
  bytes: (value: number) => string
}

const relativeUnits: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** Building an Intl object costs a hundred times its use, so each is kept. Bounded by what the code asks for, not by visitors. */
function memo<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>()
  return (key) => {
    let value = kept.get(key)
    if (value === undefined) {
      value = make(key)
      // Time zones and currencies come from records: a ceiling, should they ever be hostile.
      if (kept.size >= 500) kept.clear()
      kept.set(key, value)
    }
    return value
  }
}

const isPlainDay = (value: string | Date): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Releases of ICU disagree on the narrow no-break space; a browser must write what the server wrote, or the page is drawn twice. */
const even = (text: string): string => text.replaceAll('\u202f', '\u00a0')

function createFormatters(locale: Locale): Formatters {
  const tag = intlTags[locale]
  const dates = memo((key) => new Intl.DateTimeFormat(tag, JSON.parse(key)))
  const numbers = memo((key) => new Intl.NumberFormat(tag, JSON.parse(key)))
  const lists = memo((type) => new Intl.ListFormat(tag, { type: type as 'conjunction' | 'disjunction' }))
  const relatives = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const inDates = (value: string | Date, options: Intl.DateTimeFormatOptions) =>
    even(dates(JSON.stringify(options)).format(new Date(value)))
  const inNumbers = (value: number, options: Intl.NumberFormatOptions = {}) => even(numbers(JSON.stringify(options)).format(value))
  const inUnit = (value: number, unit: string) => inNumbers(value, { style: 'unit', unit, unitDisplay: 'short' })
  const clockOptions = (zoneName?: boolean): Intl.DateTimeFormatOptions => ({
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zoneName ? { timeZoneName: 'short' } : {}),
  })

  return {
    date: (value, { style = 'long', timeZone = 'UTC' } = {}) =>
      inDates(value, { ...dateStyles[style], timeZone: isPlainDay(value) ? 'UTC' : timeZone }),
    time: (value, { timeZone, zoneName }) => inDates(value, { ...clockOptions(zoneName), timeZone }),
    dateTime: (value, { timeZone, style = 'long', zoneName }) =>
      inDates(value, { ...dateStyles[style], ...clockOptions(zoneName), timeZone }),
    money: (amountMinor, currency, { trim = false } = {}) => {
      const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
      const digits = numbers(JSON.stringify(options)).resolvedOptions().maximumFractionDigits ?? 2
      const amount = amountMinor / 10 ** digits
      return inNumbers(amount, trim && Number.isInteger(amount) ? { ...options, maximumFractionDigits: 0 } : options)
    },
    number: inNumbers,
    percent: (fraction, digits = 0) => inNumbers(fraction, { style: 'percent', maximumFractionDigits: digits }),
    list: (items, type = 'conjunction') => lists(type).format(items),
    relative: (value, now = new Date()) => {
      const seconds = Math.round((new Date(value).getTime() - now.getTime()) / 1000)
      const [unit, size] = relativeUnits.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1]
      return even(relatives.format(Math.trunc(seconds / size), unit))
    },
    clock: (durationMs) => {
      const total = Math.max(0, Math.floor(durationMs / 1000))
      const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
      const two = (part: number) => String(part).padStart(2, '0')
      return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
    },
    duration: (durationMs) => {
      const total = Math.max(0, Math.round(durationMs / 60_000))
      const [hours, minutes] = [Math.floor(total / 60), total % 60]
      if (hours === 0) return inUnit(minutes, 'minute')
      return minutes === 0 ? inUnit(hours, 'hour') : `${inUnit(hours, 'hour')} ${inUnit(minutes, 'minute')}`
    },
    bytes: (value) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
      const step = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1)
      const scaled = value / 1000 ** step
      return inNumbers(scaled, {
        style: 'unit',
        unit: units[step],
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: scaled < 10 && step > 0 ? 1 : 0,
      })
    },
  }
}

const kept = new Map<Locale, Formatters>()

/** Dates, money and figures as a language writes them. One object a language, shared. */
export function formatters(locale: Locale): Formatters {
  let value = kept.get(locale)
  if (!value) {
    value = createFormatters(locale)
    kept.set(locale, value)
  }
  return value
}
