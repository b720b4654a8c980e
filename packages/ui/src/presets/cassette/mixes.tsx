import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  EmptyState,
  FilterResult,
  formatDay,
  formatDuration,
  formatIndex,
  MixFilters,
  MixMark,
  Pagination,
  Prose,
  useSiteRuntime,
  WaveformPlace,
} from '../../site/index.ts'
import type { MixesView, MixView, SiteView } from '../../site/views.ts'
import { fit, inkOf } from './fit.ts'
import { JCards, Rack } from './mix-list.tsx'
import { Front } from './print.tsx'
import { Sides } from './sides.tsx'
import { Tape } from './tape.tsx'

export function Mixes({ site, view }: { site: SiteView; view: MixesView }) {
  const { t } = useTranslation('site')
  const { pending } = useSiteRuntime()
  const { q, genre, mood, year } = view.query
  const asked = [q, genre, mood, year].some((one) => one !== '')
  return (
    <div className="cs-wrap">
      <header className="cs-head">
        <h1 className="cs-fit cs-off" style={fit(t('sections.mixes'))}>
          {t('sections.mixes')}
        </h1>
        {view.total > 0 || asked ? (
          <div className="cs-finder">
            <MixFilters view={view} />
            <FilterResult view={view} className="cs-found" />
          </div>
        ) : null}
      </header>
      {view.mixes.length > 0 ? (
        <div aria-busy={pending || undefined}>
          <JCards mixes={view.mixes} locale={site.locale} />
        </div>
      ) : asked ? (
        <EmptyState title={t('empty.found')} action={{ href: view.action, label: t('filters.clear') }}>
          <p>{t('empty.foundText')}</p>
        </EmptyState>
      ) : (
        <EmptyState title={t('empty.mixes')}>
          <p>{t('empty.mixesText')}</p>
        </EmptyState>
      )}
      <Pagination view={view} className="cs-pages" />
    </div>
  )
}

export function Mix({ site, view, after }: { site: SiteView; view: MixView; after?: ReactNode }) {
  const { t } = useTranslation('site')
  const number = t('mix.number', { number: formatIndex(view.number) })
  return (
    <>
      <article className="cs-wrap cs-mix" data-ink={inkOf(view.number)}>
        <div className="cs-case">
          {view.artwork ? (
            <Front picture={view.artwork} number={view.number} sizes="(min-width: 64rem) 36rem, 100vw" priority />
          ) : (
            <div className="cs-case-blank">
              <Tape title={view.title} number={view.number} left={number} right={formatDuration(view.durationMs)} />
            </div>
          )}
          <p className="cs-inlay-spine">
            <span>{number}</span> <span>{view.genre}</span>
          </p>
          <div className="cs-case-words">
            <h1 className="cs-fit" style={fit(view.title)}>
              {view.title}
            </h1>
            <MixMark mix={view} locale={site.locale} />
            <dl className="cs-facts">
              <div>
                <dt className="cs-label">{t('mix.recorded')}</dt>
                <dd>
                  <time dateTime={view.recordedOn}>{formatDay(view.recordedOn, site.locale)}</time>
                </dd>
              </div>
              <div>
                <dt className="cs-label">{t('mix.length')}</dt>
                <dd>{formatDuration(view.durationMs)}</dd>
              </div>
              {view.genre ? (
                <div>
                  <dt className="cs-label">{t('mix.genre')}</dt>
                  <dd>{view.genre}</dd>
                </div>
              ) : null}
              {view.moods.length > 0 ? (
                <div>
                  <dt className="cs-label">{t('mix.moods')}</dt>
                  <dd>{view.moods.join(', ')}</dd>
                </div>
              ) : null}
            </dl>
          </div>
        </div>
        <WaveformPlace mix={view} durationMs={view.durationMs} tracks={view.tracks} here className="cs-window" />
        <div className="cs-mix-body">
          <section className="cs-mix-tracks" aria-labelledby="tracklist">
            <h2 id="tracklist">{t('sections.tracklist')}</h2>
            {view.tracks.length > 0 ? <Sides mix={view} tracks={view.tracks} durationMs={view.durationMs} /> : <p>{t('empty.tracks')}</p>}
          </section>
          {view.descriptionHtml ? (
            <section className="cs-mix-notes" aria-labelledby="notes">
              <h2 id="notes">{t('sections.notes')}</h2>
              <Prose html={view.descriptionHtml} className="cs-notes" />
            </section>
          ) : null}
        </div>
      </article>
      {after ? <div className="cs-wrap">{after}</div> : null}
      {view.related.length > 0 ? (
        <section className="cs-wrap cs-section" aria-labelledby="related">
          <div className="cs-section-head">
            <h2 id="related">{t('sections.related')}</h2>
          </div>
          <Rack mixes={view.related} locale={site.locale} />
        </section>
      ) : null}
    </>
  )
}
