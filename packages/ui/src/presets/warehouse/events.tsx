import { useTranslation } from 'react-i18next'
import { EmptyState, formatCountry, formatHours, formatInstant, Prose } from '../../site/index.ts'
import type { EventsView, EventView, SiteView } from '../../site/views.ts'
import { DateList, LeadDate, Price, Tickets } from './dates.tsx'
import { Facts, Heading, Onward, Poster, Print } from './parts.tsx'

export function Events({ site, view }: { site: SiteView; view: EventsView }) {
  const { t } = useTranslation('site')
  const [first, ...others] = view.upcoming
  return (
    <>
      <header className="hero hero-page">
        <Poster text={t('sections.events')} flat={0.2} tall={0.3} />
      </header>
      {first ? (
        <section aria-label={t('sections.upcoming')}>
          <LeadDate event={first} locale={site.locale} heading="h2" />
          <DateList events={others} locale={site.locale} heading="h2" />
        </section>
      ) : (
        <EmptyState title={t('empty.events')}>
          <p>{t('empty.eventsText')}</p>
        </EmptyState>
      )}
      {view.past.length > 0 ? (
        <section className="part" aria-labelledby="past">
          <Heading id="past">{t('sections.past')}</Heading>
          <DateList events={view.past} locale={site.locale} past />
        </section>
      ) : null}
    </>
  )
}

export function Event({ site, view }: { site: SiteView; view: EventView }) {
  const { t } = useTranslation('site')
  const part = (options: Intl.DateTimeFormatOptions) => formatInstant(view.startsAt, site.locale, view.timeZone, options)
  const back = site.navigation.find((item) => item.href.endsWith('/events'))?.href
  return (
    <article className="event" data-picture={view.image ? '' : undefined}>
      <header className="event-head">
        <time className="event-day" dateTime={view.startsAt} aria-hidden="true">
          {part({ day: '2-digit', month: '2-digit' })}
        </time>
        <Poster text={view.title} />
      </header>
      {view.image ? <Print className="event-picture" picture={view.image} priority sizes="(min-width: 60rem) 42vw, 100vw" /> : null}
      <div className="event-words">
        <Facts
          facts={[
            {
              label: t('event.when'),
              value: <time dateTime={view.startsAt}>{part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}</time>,
            },
            { label: t('event.doors'), value: formatHours(view, site.locale) },
            { label: t('event.venue'), value: `${view.venue}, ${view.city}, ${formatCountry(view.country, site.locale)}` },
            { label: t('event.price'), value: view.price ? <Price event={view} locale={site.locale} /> : null },
          ]}
        />
        <p className="small">{view.isOver ? t('event.past') : t('event.localTime', { city: view.city })}</p>
        {view.ticketUrl && !view.isOver ? (
          <p className="event-tickets">
            <Tickets event={view} />
          </p>
        ) : null}
        {view.descriptionHtml ? <Prose html={view.descriptionHtml} className="event-text" /> : null}
        {back ? <Onward href={back}>{t('more.events')}</Onward> : null}
      </div>
    </article>
  )
}
