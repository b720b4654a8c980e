import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  EmptyState,
  FilterResult,
  MixFilters,
  Pagination,
  Prose,
  SitePicture,
  Tracklist,
  useSiteRuntime,
  WaveformPlace,
} from '../../site/index.ts'
import type { MixesView, MixView, SiteView } from '../../site/views.ts'
import { fit } from './fit.ts'
import { Frame, Sky } from './frame.tsx'
import { MixFacts, MixList, MixNumber } from './mix-list.tsx'

export function Mixes({ site, view }: { site: SiteView; view: MixesView }) {
  const { t } = useTranslation('site')
  const { pending } = useSiteRuntime()
  const { q, genre, mood, year } = view.query
  const asked = [q, genre, mood, year].some((one) => one !== '')
  return (
    <>
      <header className="nc-grid nc-title">
        <h1 className="nc-fit" style={fit(t('sections.mixes'))}>
          {t('sections.mixes')}
        </h1>
        {view.total > 0 || asked ? <MixFilters view={view} className="nc-filters" /> : null}
        {view.total > 0 || asked ? <FilterResult view={view} className="nc-result" /> : null}
      </header>
      {view.mixes.length > 0 ? (
        <div aria-busy={pending || undefined}>
          <MixList mixes={view.mixes} locale={site.locale} every={asked ? 0 : 6} level={2} />
        </div>
      ) : (
        <div className="nc-grid">
          {asked ? (
            <EmptyState title={t('empty.found')} action={{ href: view.action, label: t('filters.clear') }}>
              <p>{t('empty.foundText')}</p>
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.mixes')}>
              <p>{t('empty.mixesText')}</p>
            </EmptyState>
          )}
        </div>
      )}
      <div className="nc-grid">
        <Pagination view={view} className="nc-pages" />
      </div>
    </>
  )
}

export function Mix({ site, view, after }: { site: SiteView; view: MixView; after?: ReactNode }) {
  const { t } = useTranslation('site')
  return (
    <>
      <article style={{ '--glow': view.artwork?.tone ?? 'var(--accent)' } as CSSProperties}>
        <div className="nc-opening">
          {view.artwork ? <Frame picture={view.artwork} priority /> : <Sky />}
          <div className="nc-grid nc-opening-words">
            <MixNumber mix={view} />
            <h1 className="nc-fit" style={fit(view.title)}>
              {view.title}
            </h1>
            <MixFacts mix={view} locale={site.locale} full />
          </div>
        </div>
        <WaveformPlace mix={view} durationMs={view.durationMs} tracks={view.tracks} here className="nc-wave nc-horizon" />
        <div className="nc-grid nc-mix-body">
          <Prose html={view.descriptionHtml} className="nc-text" />
          {view.moods.length > 0 ? (
            <dl className="nc-hung">
              <dt className="nc-caps">{t('mix.moods')}</dt>
              {view.moods.map((mood) => (
                <dd key={mood}>{mood}</dd>
              ))}
            </dl>
          ) : null}
          {view.artwork ? <SitePicture picture={view.artwork} sizes="(min-width: 66rem) 12rem, 60vw" alt="" className="nc-sleeve" /> : null}
          <h2 className="nc-caps nc-hung-title">{t('sections.tracklist')}</h2>
          {view.tracks.length > 0 ? (
            <Tracklist mix={view} tracks={view.tracks} durationMs={view.durationMs} className="nc-tracks" />
          ) : (
            <p className="nc-quiet">{t('empty.tracks')}</p>
          )}
        </div>
      </article>
      {after ? <div className="nc-grid">{after}</div> : null}
      {view.related.length > 0 ? (
        <section className="nc-section" aria-labelledby="related">
          <div className="nc-grid nc-section-head">
            <h2 className="nc-caps" id="related">
              {t('sections.related')}
            </h2>
          </div>
          <MixList mixes={view.related} locale={site.locale} every={view.related.length} />
        </section>
      ) : null}
    </>
  )
}
