import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatIndex, MixMark, Prose, SitePicture, Tracklist, WaveformPlace } from '../../site/index.ts'
import type { MixView, SiteView } from '../../site/views.ts'
import { Facts, lengthOf, MixIndex, Part, useMixFacts } from './parts.tsx'

export function Mix({ site, view, after }: { site: SiteView; view: MixView; after?: ReactNode }) {
  const { t } = useTranslation('site')
  const facts = useMixFacts(site, view)
  return (
    <>
      <article className="piece">
        <header className="piece-head">
          <p className="piece-number figures">
            <span className="visually-hidden">{t('mix.number', { number: view.number })}</span>
            <span aria-hidden="true">{formatIndex(view.number)}</span>
          </p>
          <h1 data-length={lengthOf(view.title)}>{view.title}</h1>
          <MixMark mix={view} locale={site.locale} />
        </header>
        <div className="piece-facts">
          <Facts rows={facts} />
        </div>
        {view.artwork ? (
          <SitePicture className="piece-picture" picture={view.artwork} priority sizes="(min-width: 60rem) 54vw, 100vw" />
        ) : null}
        <WaveformPlace mix={view} durationMs={view.durationMs} tracks={view.tracks} here />
        {view.descriptionHtml ? <Prose html={view.descriptionHtml} className="piece-text" /> : null}
      </article>
      <Part
        title={t('sections.tracklist')}
        note={view.tracks.length > 0 ? <p className="part-note">{t('mix.tracks', { count: view.tracks.length })}</p> : null}
      >
        {view.tracks.length > 0 ? (
          <Tracklist mix={view} tracks={view.tracks} durationMs={view.durationMs} />
        ) : (
          <p className="quiet">{t('empty.tracks')}</p>
        )}
      </Part>
      {after ? (
        <div className="part">
          <div className="part-body">{after}</div>
        </div>
      ) : null}
      {view.related.length > 0 ? (
        <Part title={t('sections.related')}>
          <MixIndex site={site} mixes={view.related} pictures />
        </Part>
      ) : null}
    </>
  )
}
