import { useTranslation } from 'react-i18next'
import { dateParts, formatHours, formatMoney } from '../../site/index.ts'
import type { EventCard } from '../../site/views.ts'

export function EventDate({ event, locale }: { event: EventCard; locale: string }) {
  const { weekday, day, month, year } = dateParts(event.startsAt, locale, event.timeZone)
  return (
    <time className="nc-date" dateTime={event.startsAt}>
      <span className="nc-caps">{weekday}</span> <b>{day}</b>{' '}
      <span className="nc-caps">
        {month} {year}
      </span>
    </time>
  )
}

export function EventPrice({ event, locale }: { event: EventCard; locale: string }) {
  const { t } = useTranslation('site')
  if (!event.price) return null
  return <span>{event.price.amountMinor === 0 ? t('event.free') : t('event.from', { price: formatMoney(event.price, locale) })}</span>
}

/** A diary: the day hangs in the margin, the night stands in the column. Past nights keep the same line, quieter, without a way to buy. */
export function EventList({
  events,
  locale,
  past = false,
  level = 3,
}: {
  events: EventCard[]
  locale: string
  past?: boolean
  level?: 2 | 3
}) {
  const { t } = useTranslation('site')
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol className={past ? 'nc-events nc-events-past' : 'nc-events'}>
      {events.map((event) => (
        <li key={event.href} className="nc-grid nc-event">
          <EventDate event={event} locale={locale} />
          <div className="nc-event-words">
            <Heading className="nc-event-title">
              <a href={event.href}>{event.title}</a>
            </Heading>
            <p className="nc-event-where">
              {event.venue}, {event.city}
            </p>
            <p className="nc-facts">
              <span>{formatHours(event, locale)}</span>
              {past ? null : <EventPrice event={event} locale={locale} />}
            </p>
          </div>
          {!past && event.ticketUrl ? (
            <a className="button nc-event-ticket" href={event.ticketUrl} aria-label={t('event.ticketsFor', { title: event.title })}>
              {t('event.tickets')}
            </a>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
