import { useTranslation } from 'react-i18next'
import { EmptyState, formatCountry, formatHours, formatInstant, Prose } from '../../site/index.ts'
import type { EventsView, EventView, SiteView } from '../../site/views.ts'
import { fit } from './fit.ts'
import { Print } from './print.tsx'
import { Price, Stub, Tickets } from './tickets.tsx'

export function Events({ site, view }: { site: SiteView; view: EventsView }) {
  const { t } = useTranslation('site')
  const title = t('sections.events')
  return (
    <>
      <div className="cs-wrap">
        <header className="cs-head">
          <h1 className="cs-fit cs-off" style={fit(title)}>
            {title}
          </h1>
        </header>
        {view.upcoming.length > 0 ? (
          <Tickets events={view.upcoming} locale={site.locale} level={2} />
        ) : (
          <EmptyState title={t('empty.events')}>
            <p>{t('empty.eventsText')}</p>
          </EmptyState>
        )}
      </div>
      {view.past.length > 0 ? (
        <section className="cs-wrap cs-section" aria-labelledby="past">
          <div className="cs-section-head">
            <h2 id="past">{t('sections.past')}</h2>
          </div>
          <Tickets events={view.past} locale={site.locale} past />
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
    <article className="cs-wrap cs-event" data-ink={1}>
      <div className="cs-pass">
        <Stub event={view} locale={site.locale} />
        <div className="cs-pass-words">
          <h1 className="cs-fit" style={fit(view.title)}>
            {view.title}
          </h1>
          <dl className="cs-facts">
            <div>
              <dt className="cs-label">{t('event.when')}</dt>
              <dd>
                <time dateTime={view.startsAt}>{day}</time>
                <br />
                {formatHours(view, site.locale)}
              </dd>
            </div>
            <div>
              <dt className="cs-label">{t('event.venue')}</dt>
              <dd>
                {view.venue}
                <br />
                {view.city}, {formatCountry(view.country, site.locale)}
              </dd>
            </div>
            {view.price ? (
              <div>
                <dt className="cs-label">{t('event.price')}</dt>
                <dd>
                  <Price event={view} locale={site.locale} />
                </dd>
              </div>
            ) : null}
          </dl>
          <p className="cs-actions">
            {view.ticketUrl && !over ? (
              <a className="button button-main" href={view.ticketUrl} aria-label={t('event.ticketsFor', { title: view.title })}>
                {t('event.tickets')}
              </a>
            ) : null}
            <span className="cs-small">{over ? t('event.past') : t('event.localTime', { city: view.city })}</span>
          </p>
        </div>
      </div>
      <div className="cs-about">
        {view.image ? <Print picture={view.image} sizes="(min-width: 64rem) 30rem, 90vw" plates={2} priority className="cs-photo" /> : null}
        {view.descriptionHtml ? <Prose html={view.descriptionHtml} className="cs-notes" /> : null}
      </div>
    </article>
  )
}
