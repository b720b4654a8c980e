import { useTranslation } from 'react-i18next'
import { dateParts, formatHours, formatMoney } from '../../site/index.ts'
import type { EventCard } from '../../site/views.ts'
import { inkOf } from './fit.ts'

export function Stub({ event, locale }: { event: EventCard; locale: string }) {
  const { weekday, day, month, year } = dateParts(event.startsAt, locale, event.timeZone)
  return (
    <time className="cs-stub" dateTime={event.startsAt}>
      <span className="cs-label">{weekday}</span> <b>{day}</b>{' '}
      <span className="cs-label">
        {month} {year}
      </span>
    </time>
  )
}

export function Price({ event, locale }: { event: EventCard; locale: string }) {
  const { t } = useTranslation('site')
  if (!event.price) return null
  return <span>{event.price.amountMinor === 0 ? t('event.free') : t('event.from', { price: formatMoney(event.price, locale) })}</span>
}

/** Admission tickets with a stub to tear off. What has been is torn already: stubs alone. */
export function Tickets({
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
    <ol className={past ? 'cs-tickets cs-tickets-past' : 'cs-tickets'}>
      {events.map((event, index) => (
        <li key={event.href} className="cs-ticket" data-ink={past ? 3 : inkOf(index + 1)}>
          <Stub event={event} locale={locale} />
          <div className="cs-ticket-words">
            <Heading className="cs-ticket-title">
              <a href={event.href}>{event.title}</a>
            </Heading>
            <p>
              {event.venue}, {event.city}
            </p>
            <p className="cs-label">
              <span>{formatHours(event, locale)}</span> {past ? null : <Price event={event} locale={locale} />}
            </p>
          </div>
          {!past && event.ticketUrl ? (
            <a className="button cs-ticket-buy" href={event.ticketUrl} aria-label={t('event.ticketsFor', { title: event.title })}>
              {t('event.tickets')}
            </a>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
