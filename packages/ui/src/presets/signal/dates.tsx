import { useTranslation } from 'react-i18next'
import { dateParts, formatHours, formatMoney } from '../../site/index.ts'
import type { EventCard, SiteView } from '../../site/views.ts'
import { Lockup } from './lockup.tsx'
import type { Frame } from './reel.tsx'
import { inked, Slab } from './slab.tsx'

/** "Free", "From £12", or nothing where no price is known. */
export function usePrice(locale: string): (price: EventCard['price']) => string | null {
  const { t } = useTranslation('site')
  return (price) => (price ? (price.amountMinor === 0 ? t('event.free') : t('event.from', { price: formatMoney(price, locale) })) : null)
}

const bare = (month: string) => month.replace(/\.$/, '')

/** Rows of dates: the day as large as the row is high. */
export function DateRows({ site, events, past = false }: { site: SiteView; events: EventCard[]; past?: boolean }) {
  const { t } = useTranslation('site')
  const priceOf = usePrice(site.locale)
  return (
    <ol className={past ? 'dates dates-past' : 'dates'}>
      {events.map((event) => {
        const date = dateParts(event.startsAt, site.locale, event.timeZone)
        return (
          <li key={event.href}>
            <time className="date-day" dateTime={event.startsAt}>
              <span className="date-number">{date.day}</span>
              <span className="date-month">
                {bare(date.month)} <span className="date-year">{date.year}</span>
              </span>
            </time>
            <a className="date-title" href={event.href} data-long={event.title.length > 44 ? '' : undefined}>
              {event.title}
            </a>
            <p className="date-place">
              <span className="date-city">{event.city}</span>
              <span>{event.venue}</span>
            </p>
            <p className="date-hours">
              <span>
                {date.weekday} {formatHours(event, site.locale)}
              </span>
              {past ? null : <span>{priceOf(event.price)}</span>}
            </p>
            {event.ticketUrl && !past ? (
              <a className="button button-main" href={event.ticketUrl} aria-label={t('event.ticketsFor', { title: event.title })}>
                {t('event.tickets')}
              </a>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

/** The next dates as posters: the day alone fills one half. */
export function useEventFrames(site: SiteView, events: EventCard[]): Frame[] {
  return events.map((event, index) => {
    const date = dateParts(event.startsAt, site.locale, event.timeZone)
    return {
      key: event.href,
      short: `${date.day} ${bare(date.month)}`,
      name: `${date.day} ${date.month}: ${event.title}`,
      body: (
        <a className="poster poster-date paper" href={event.href} style={inked(event.image, index)}>
          <time className="poster-day" dateTime={event.startsAt}>
            <span className="poster-number" data-digits="2">
              {date.day}
            </span>
            <span className="poster-month">{bare(date.month)}</span>
          </time>
          <span className="poster-title">
            <Lockup text={event.title} wide={event.title.length > 44 ? 7.5 : 3.6} narrow={event.title.length > 44 ? 7 : 3.2} />
          </span>
          <span className="poster-facts">
            <span>{event.city}</span>
            <span>{event.venue}</span>
          </span>
          <Slab picture={event.image} sizes="(min-width: 60rem) 60vw, 90vw" />
        </a>
      ),
    }
  })
}
