import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  EmptyState,
  formatDay,
  formatDuration,
  formatIndex,
  isoDuration,
  MixMark,
  Prose,
  Tracklist,
  WaveformPlace,
} from '../../site/index.ts'
import type { MixView, SiteView } from '../../site/views.ts'
import { Facts, Heading, Onward, Poster, Print, SetList } from './parts.tsx'

export function Mix({ site, view, after }: { site: SiteView; view: MixView; after?: ReactNode }) {
  const { t } = useTranslation('site')
  const back = site.navigation.find((item) => item.href.endsWith('/mixes'))?.href
  return (
    <>
      <article className="mix" data-picture={view.artwork ? '' : undefined}>
        <header className="mix-head">
          {view.artwork ? <Print className="mix-picture" picture={view.artwork} priority sizes="(min-width: 60rem) 42vw, 100vw" /> : null}
          <div className="mix-words">
            <Poster text={view.title} flat={0.62} tall={0.8} />
            <MixMark mix={view} locale={site.locale} />
            <Facts
              facts={[
                { label: t('mix.date'), value: <time dateTime={view.recordedOn}>{formatDay(view.recordedOn, site.locale)}</time> },
                { label: t('mix.length'), value: <time dateTime={isoDuration(view.durationMs)}>{formatDuration(view.durationMs)}</time> },
                { label: t('mix.genre'), value: view.genre },
                { label: t('mix.moods'), value: view.moods.join(', ') },
                { label: t('mix.no'), value: formatIndex(view.number) },
              ]}
            />
          </div>
        </header>
        <WaveformPlace className="mix-wave" mix={view} durationMs={view.durationMs} tracks={view.tracks} here />
        <section className="mix-tracks" aria-labelledby="tracklist">
          <Heading id="tracklist" count={view.tracks.length || null}>
            {t('sections.tracklist')}
          </Heading>
          {view.tracks.length > 0 ? (
            <Tracklist mix={view} tracks={view.tracks} durationMs={view.durationMs} />
          ) : (
            <EmptyState title={t('empty.tracks')} />
          )}
        </section>
        {view.descriptionHtml ? (
          <section className="mix-notes" aria-labelledby="notes">
            <h2 id="notes" className="small">
              {t('sections.notes')}
            </h2>
            <Prose html={view.descriptionHtml} />
          </section>
        ) : null}
      </article>
      {after ? <div className="part mix-said">{after}</div> : null}
      {view.related.length > 0 ? (
        <section className="part" aria-labelledby="related">
          <Heading id="related">{t('sections.related')}</Heading>
          <SetList mixes={view.related} locale={site.locale} />
        </section>
      ) : null}
      {back ? <Onward href={back}>{t('more.backToMixes')}</Onward> : null}
    </>
  )
}
