import { useTranslation } from 'react-i18next'
import { dateParts, EmptyState, formatCountry, formatHours, formatInstant, Prose } from '../../site/index.ts'
import type { EventsView, EventView, SiteView } from '../../site/views.ts'
import { DateRows, useEventFrames, usePrice } from './dates.tsx'
import { Lockup } from './lockup.tsx'
import { Reel } from './reel.tsx'
import { inked, Slab } from './slab.tsx'
import { Title } from './title.tsx'

const postersShown = 4

export function Events({ site, view }: { site: SiteView; view: EventsView }) {
  const { t } = useTranslation('site')
  const frames = useEventFrames(site, view.upcoming.slice(0, postersShown))
  return (
    <>
      <Title text={t('sections.events')} />
      {view.upcoming.length > 0 ? (
        <section className="band band-first" aria-label={t('sections.upcoming')}>
          <Reel frames={frames} label={t('sections.upcoming')} />
          <DateRows site={site} events={view.upcoming} />
        </section>
      ) : (
        <EmptyState title={t('empty.events')}>{t('empty.eventsText')}</EmptyState>
      )}
      {view.past.length > 0 ? (
        <section className="band" aria-labelledby="past">
          <header className="band-head">
            <h2 id="past">{t('sections.past')}</h2>
          </header>
          <DateRows site={site} events={view.past} past />
        </section>
      ) : null}
    </>
  )
}

export function Event({ site, view }: { site: SiteView; view: EventView }) {
  const { t } = useTranslation('site')
  const price = usePrice(site.locale)(view.price)
  const date = dateParts(view.startsAt, site.locale, view.timeZone)
  const facts: [string, string | null][] = [
    [
      t('event.when'),
      formatInstant(view.startsAt, site.locale, view.timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    ],
    [t('event.doors'), formatHours(view, site.locale)],
    [t('event.venue'), `${view.venue}, ${view.city}, ${formatCountry(view.country, site.locale)}`],
    [t('event.price'), price],
  ]
  return (
    <article>
      <div className="sheet sheet-event paper" style={inked(view.image)}>
        <h1>
          <Lockup text={view.title} wide={view.title.length > 44 ? 13 : 8} narrow={view.title.length > 44 ? 5.6 : 3.2} />
        </h1>
        <p className="poster-day">
          <span className="poster-number" data-digits="2">
            {date.day}
          </span>
          <span className="poster-month">{date.month.replace(/\.$/, '')}</span>
        </p>
        <dl className="sheet-facts">
          {facts.map(([term, value]) =>
            value ? (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <div className="sheet-act">
          {view.ticketUrl && !view.isOver ? (
            <a className="button button-main" href={view.ticketUrl}>
              {t('event.tickets')}
            </a>
          ) : null}
          <p>{view.isOver ? t('event.past') : t('event.localTime', { city: view.city })}</p>
        </div>
        <Slab picture={view.image} sizes="(min-width: 60rem) 60vw, 100vw" priority alt={view.image?.alt} />
      </div>
      {view.descriptionHtml ? <Prose html={view.descriptionHtml} className="lead" /> : null}
    </article>
  )
}
