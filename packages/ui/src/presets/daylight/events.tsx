import { useTranslation } from 'react-i18next'
import { EmptyState, formatCountry, formatHours, formatInstant, Prose, SitePicture } from '../../site/index.ts'
import type { EventsView, EventView, SiteView } from '../../site/views.ts'
import { Facts, lengthOf, PageHead, Part } from './parts.tsx'
import { Timetable, usePrice } from './timetable.tsx'

export function Events({ site, view }: { site: SiteView; view: EventsView }) {
  const { t } = useTranslation('site')
  return (
    <>
      <PageHead title={t('sections.events')} />
      {view.upcoming.length > 0 ? (
        <Part title={t('sections.upcoming')}>
          <Timetable site={site} events={view.upcoming} />
        </Part>
      ) : (
        <EmptyState title={t('empty.events')}>{t('empty.eventsText')}</EmptyState>
      )}
      {view.past.length > 0 ? (
        <Part title={t('sections.past')}>
          <Timetable site={site} events={view.past} past />
        </Part>
      ) : null}
    </>
  )
}

export function Event({ site, view }: { site: SiteView; view: EventView }) {
  const { t } = useTranslation('site')
  const price = usePrice(site.locale)(view.price)
  const part = (options: Intl.DateTimeFormatOptions) => formatInstant(view.startsAt, site.locale, view.timeZone, options)
  return (
    <article className="piece piece-event">
      <header className="piece-head">
        <p className="piece-number">
          <time dateTime={view.startsAt}>{part({ day: '2-digit', month: '2-digit' })}</time>
        </p>
        <h1 data-length={lengthOf(view.title)}>{view.title}</h1>
      </header>
      <div className="piece-facts">
        <Facts
          rows={[
            [t('event.when'), part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })],
            [
              t('event.doors'),
              <span className="figures" key="hours">
                {formatHours(view, site.locale)}
              </span>,
            ],
            [
              t('event.venue'),
              <span key="venue">
                {view.venue}
                <br />
                {view.city}, {formatCountry(view.country, site.locale)}
              </span>,
            ],
            [t('event.price'), price],
          ]}
        />
        {view.ticketUrl && !view.isOver ? (
          <a className="button button-main" href={view.ticketUrl}>
            {t('event.tickets')}
          </a>
        ) : null}
        <p className="quiet small">{view.isOver ? t('event.past') : t('event.localTime', { city: view.city })}</p>
      </div>
      {view.image ? <SitePicture className="piece-picture" picture={view.image} priority sizes="(min-width: 60rem) 54vw, 100vw" /> : null}
      {view.descriptionHtml ? <Prose html={view.descriptionHtml} className="piece-text" /> : null}
    </article>
  )
}
