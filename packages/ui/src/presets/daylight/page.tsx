import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Blocks, EmptyState, formatDay, SitePicture } from '../../site/index.ts'
import type { PageView, SiteView } from '../../site/views.ts'
import { lengthOf, MixIndex, PageHead } from './parts.tsx'

/** Prose with its headings hung in the margin. */
export function Page({ site, view }: { site: SiteView; view: PageView }) {
  const { t } = useTranslation('site')
  return (
    <article className={`words words-${view.kind}`}>
      <PageHead title={view.title}>
        {view.updatedAt ? <p className="page-note">{t('page.updated', { date: formatDay(view.updatedAt, site.locale) })}</p> : null}
      </PageHead>
      {view.picture ? (
        <SitePicture className="words-picture" picture={view.picture} priority sizes="(min-width: 60rem) 68vw, 100vw" />
      ) : null}
      {view.blocks.length > 0 ? (
        <Blocks blocks={view.blocks} renderMixes={(mixes) => <MixIndex site={site} mixes={mixes} pictures />} />
      ) : (
        <EmptyState title={t('empty.page')} />
      )}
    </article>
  )
}

export function Panel({
  title,
  intro,
  wide,
  children,
}: {
  site: SiteView
  title: string
  intro?: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className={wide ? 'panel panel-wide' : 'panel'}>
      <header className="panel-head">
        <h1 data-length={lengthOf(title)}>{title}</h1>
      </header>
      {intro ? <p className="panel-intro">{intro}</p> : null}
      <div className="panel-body">{children}</div>
    </div>
  )
}
