import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, MixMark, Prose, Tracklist, WaveformPlace } from '../../site/index.ts'
import type { MixView, SiteView } from '../../site/views.ts'
import { Lockup } from './lockup.tsx'
import { useMixFrames } from './posters.tsx'
import { Reel } from './reel.tsx'
import { inked, Slab } from './slab.tsx'

export function Mix({ site, view, after }: { site: SiteView; view: MixView; after?: ReactNode }) {
  const { t } = useTranslation('site')
  const frames = useMixFrames(view.related)
  return (
    <>
      <article>
        <div className="sheet paper" style={inked(view.artwork, view.number)}>
          <h1>
            <Lockup text={view.title} wide={view.title.length > 44 ? 13 : 7} narrow={view.title.length > 44 ? 5.6 : 3} />
          </h1>
          <p className="poster-number" data-digits={String(view.number).length}>
            <span className="visually-hidden">{t('mix.number', { number: view.number })}</span>
            <span aria-hidden="true">{view.number}</span>
          </p>
          <MixMark mix={view} locale={site.locale} />
          <dl className="sheet-facts">
            {view.genre ? (
              <div>
                <dt>{t('mix.genre')}</dt>
                <dd>{view.genre}</dd>
              </div>
            ) : null}
            {view.moods.length > 0 ? (
              <div>
                <dt>{t('mix.moods')}</dt>
                <dd>{view.moods.join(' / ')}</dd>
              </div>
            ) : null}
            <div>
              <dt>{t('mix.recorded')}</dt>
              <dd>
                <time dateTime={view.recordedOn}>{formatDay(view.recordedOn, site.locale, 'short')}</time>
              </dd>
            </div>
          </dl>
          <Slab picture={view.artwork} sizes="(min-width: 60rem) 72vw, 100vw" priority alt={view.artwork?.alt} />
          <WaveformPlace mix={view} durationMs={view.durationMs} tracks={view.tracks} here />
        </div>
        {view.descriptionHtml ? <Prose html={view.descriptionHtml} className="lead" /> : null}
        <section className="band" aria-labelledby="tracks">
          <header className="band-head">
            <h2 id="tracks">{t('sections.tracklist')}</h2>
            {view.tracks.length > 0 ? <p className="band-more">{t('mix.tracks', { count: view.tracks.length })}</p> : null}
          </header>
          {view.tracks.length > 0 ? (
            <Tracklist mix={view} tracks={view.tracks} durationMs={view.durationMs} />
          ) : (
            <p className="band-empty">{t('empty.tracks')}</p>
          )}
        </section>
      </article>
      {after ? <div className="band after">{after}</div> : null}
      {view.related.length > 0 ? (
        <section className="band" aria-labelledby="related">
          <header className="band-head">
            <h2 id="related">{t('sections.related')}</h2>
          </header>
          <Reel frames={frames} label={t('sections.related')} />
        </section>
      ) : null}
    </>
  )
}
