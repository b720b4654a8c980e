import { useTranslation } from 'react-i18next'
import { dateParts, formatHours, formatMoney } from '../../site/index.ts'
import type { EventCard, SiteView } from '../../site/views.ts'

/** "Free", "From £12", or nothing where no price is known. */
export function usePrice(locale: string): (price: EventCard['price']) => string | null {
  const { t } = useTranslation('site')
  return (price) => (price ? (price.amountMinor === 0 ? t('event.free') : t('event.from', { price: formatMoney(price, locale) })) : null)
}

/** Dates as a railway prints them: day, hours, where to, and what it costs, each in its column. A year is said where it begins. */
export function Timetable({ site, events, past = false }: { site: SiteView; events: EventCard[]; past?: boolean }) {
  const { t } = useTranslation('site')
  const priceOf = usePrice(site.locale)
  const rows = events.map((event) => ({ event, date: dateParts(event.startsAt, site.locale, event.timeZone) }))
  return (
    <ol className={past ? 'timetable timetable-past' : 'timetable'}>
      {rows.map(({ event, date }, index) => (
        <li key={event.href}>
          <p className="timetable-date">
            <time dateTime={event.startsAt}>
              {date.day} {date.month}
            </time>
            {rows[index - 1]?.date.year === date.year && index > 0 ? null : <span className="timetable-year"> {date.year}</span>}
          </p>
          <p className="timetable-hours figures">
            {date.weekday} {formatHours(event, site.locale)}
          </p>
          <a className="timetable-title" href={event.href}>
            {event.title}
          </a>
          <p className="timetable-place">
            {event.venue}, <span className="timetable-city">{event.city}</span>
          </p>
          <p className="timetable-price">{past ? null : priceOf(event.price)}</p>
          {event.ticketUrl && !past ? (
            <a className="timetable-tickets" href={event.ticketUrl} aria-label={t('event.ticketsFor', { title: event.title })}>
              {t('event.tickets')}
            </a>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
