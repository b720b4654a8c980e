import { useTranslation } from 'react-i18next'
import { EmptyState, formatCountry, formatHours, formatInstant, Prose } from '../../site/index.ts'
import type { EventsView, EventView, SiteView } from '../../site/views.ts'
import { EventDate, EventList, EventPrice } from './event-list.tsx'
import { fit } from './fit.ts'
import { Frame, Sky } from './frame.tsx'

export function Events({ site, view }: { site: SiteView; view: EventsView }) {
  const { t } = useTranslation('site')
  const first = view.upcoming[0]
  const title = t('sections.events')
  return (
    <>
      <header className={first?.image ? 'nc-opening' : ''}>
        {first?.image ? <Frame picture={first.image} priority alt="" /> : null}
        <div className={first?.image ? 'nc-grid nc-opening-words' : 'nc-grid nc-title'}>
          <h1 className="nc-fit" style={fit(title)}>
            {title}
          </h1>
        </div>
      </header>
      {view.upcoming.length > 0 ? (
        <EventList events={view.upcoming} locale={site.locale} level={2} />
      ) : (
        <div className="nc-grid">
          <EmptyState title={t('empty.events')}>
            <p>{t('empty.eventsText')}</p>
          </EmptyState>
        </div>
      )}
      {view.past.length > 0 ? (
        <section className="nc-section" aria-labelledby="past">
          <div className="nc-grid nc-section-head">
            <h2 className="nc-caps" id="past">
              {t('sections.past')}
            </h2>
          </div>
          <EventList events={view.past} locale={site.locale} past />
        </section>
      ) : null}
    </>
  )
}

export function Event({ site, view }: { site: SiteView; view: EventView }) {
  const { t } = useTranslation('site')
  const over = view.isOver
  const day = formatInstant(view.startsAt, site.locale, view.timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <article>
      <div className="nc-opening">
        {view.image ? <Frame picture={view.image} priority /> : <Sky />}
        <div className="nc-grid nc-opening-words">
          <EventDate event={view} locale={site.locale} />
          <h1 className="nc-fit" style={fit(view.title)}>
            {view.title}
          </h1>
          <p className="nc-tagline">
            {view.venue}, {view.city}
          </p>
        </div>
      </div>
      <div className="nc-grid nc-event-body">
        <dl className="nc-details">
          <div>
            <dt className="nc-caps">{t('event.when')}</dt>
            <dd>
              <time dateTime={view.startsAt}>{day}</time>
              <br />
              {formatHours(view, site.locale)}
            </dd>
          </div>
          <div>
            <dt className="nc-caps">{t('event.venue')}</dt>
            <dd>
              {view.venue}
              <br />
              {view.city}, {formatCountry(view.country, site.locale)}
            </dd>
          </div>
          {view.price ? (
            <div>
              <dt className="nc-caps">{t('event.price')}</dt>
              <dd>
                <EventPrice event={view} locale={site.locale} />
              </dd>
            </div>
          ) : null}
        </dl>
        <p className="nc-quiet">{over ? t('event.past') : t('event.localTime', { city: view.city })}</p>
        {view.ticketUrl && !over ? (
          <p className="nc-event-buy">
            <a className="button button-main" href={view.ticketUrl} aria-label={t('event.ticketsFor', { title: view.title })}>
              {t('event.tickets')}
            </a>
          </p>
        ) : null}
        <Prose html={view.descriptionHtml} className="nc-text" />
      </div>
    </article>
  )
}
