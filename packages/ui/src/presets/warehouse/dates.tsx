import { useTranslation } from 'react-i18next'
import { dateParts, formatCountry, formatHours, formatInstant, formatMoney } from '../../site/index.ts'
import type { EventCard } from '../../site/views.ts'

export function Price({ event, locale }: { event: EventCard; locale: string }) {
  const { t } = useTranslation('site')
  if (!event.price) return null
  return event.price.amountMinor === 0 ? t('event.free') : t('event.from', { price: formatMoney(event.price, locale) })
}

export function Tickets({ event }: { event: EventCard }) {
  const { t } = useTranslation('site')
  if (!event.ticketUrl) return null
  return (
    <a className="button button-main" href={event.ticketUrl} aria-label={t('event.ticketsFor', { title: event.title })}>
      {t('event.tickets')}
    </a>
  )
}

const where = (event: EventCard, locale: string) => `${event.venue}, ${event.city}, ${formatCountry(event.country, locale)}`
const full = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

/** The next date, on the burning ink: the day as large as the page allows. */
export function LeadDate({ event, locale, heading: Title = 'h3' }: { event: EventCard; locale: string; heading?: 'h2' | 'h3' }) {
  const date = dateParts(event.startsAt, locale, event.timeZone)
  return (
    <article className="lead-date">
      <time className="lead-day" dateTime={event.startsAt}>
        <span className="visually-hidden">{formatInstant(event.startsAt, locale, event.timeZone, full)}</span>
        <span aria-hidden="true">
          <b>{date.day}</b>
          <span>{date.month}</span>
        </span>
      </time>
      <div className="lead-words">
        <Title className="lead-title">
          <a href={event.href}>{event.title}</a>
        </Title>
        <p>{where(event, locale)}</p>
        <p className="lead-times">
          {date.weekday} <span className="figures">{formatHours(event, locale)}</span>
        </p>
        <p className="lead-tickets">
          <Tickets event={event} /> <Price event={event} locale={locale} />
        </p>
      </div>
    </article>
  )
}

/** Dates as a timetable: a line each. */
export function DateList({
  events,
  locale,
  past = false,
  heading: Title = 'h3',
}: {
  events: EventCard[]
  locale: string
  past?: boolean
  heading?: 'h2' | 'h3'
}) {
  if (events.length === 0) return null
  return (
    <ol className="dates" data-past={past ? '' : undefined}>
      {events.map((event) => {
        const date = dateParts(event.startsAt, locale, event.timeZone)
        return (
          <li key={event.href}>
            <time className="date-day" dateTime={event.startsAt}>
              <span className="visually-hidden">{formatInstant(event.startsAt, locale, event.timeZone, full)}</span>
              <b className="figures" aria-hidden="true">
                {date.day}
              </b>
              <span aria-hidden="true">
                {date.month} {past ? date.year : null}
                <br />
                {past ? null : date.weekday}
              </span>
            </time>
            <div className="date-what">
              <Title>
                <a href={event.href}>{event.title}</a>
              </Title>
              <p>{where(event, locale)}</p>
            </div>
            {past ? null : (
              <>
                <p className="date-hours figures">{formatHours(event, locale)}</p>
                <p className="date-price figures">
                  <Price event={event} locale={locale} />
                </p>
                <p className="date-tickets">
                  <Tickets event={event} />
                </p>
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
