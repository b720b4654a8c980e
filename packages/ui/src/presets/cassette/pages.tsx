import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Blocks, EmptyState, formatDay } from '../../site/index.ts'
import type { LinksView, PageView, SiteView } from '../../site/views.ts'
import { fit } from './fit.ts'
import { Rack } from './mix-list.tsx'
import { Print } from './print.tsx'
import { Stickers } from './shell.tsx'
import { Tape } from './tape.tsx'

export function Links({ view }: { site: SiteView; view: LinksView }) {
  const { t } = useTranslation('site')
  return (
    <div className="cs-wrap cs-links">
      <header className="cs-head">
        <h1 className="cs-fit cs-off" style={fit(t('sections.links'))}>
          {t('sections.links')}
        </h1>
      </header>
      {view.links.length > 0 ? (
        <Stickers links={view.links} />
      ) : (
        <EmptyState title={t('empty.links')}>
          <p>{t('empty.linksText')}</p>
        </EmptyState>
      )}
    </div>
  )
}

export function Page({ site, view }: { site: SiteView; view: PageView }) {
  const { t } = useTranslation('site')
  return (
    <article className={`cs-wrap cs-page cs-page-${view.kind}`}>
      <header className={view.picture ? 'cs-head cs-head-two' : 'cs-head'}>
        <div>
          <h1 className="cs-fit cs-off" style={fit(view.title)}>
            {view.title}
          </h1>
          {view.updatedAt ? <p className="cs-label">{t('page.updated', { date: formatDay(view.updatedAt, site.locale) })}</p> : null}
        </div>
        {view.picture ? (
          <Print picture={view.picture} sizes="(min-width: 64rem) 30rem, 90vw" plates={2} priority className="cs-photo" />
        ) : null}
      </header>
      {view.blocks.length > 0 ? (
        <div className="cs-sheet">
          <Blocks blocks={view.blocks} renderMixes={(mixes) => <Rack mixes={mixes} locale={site.locale} />} />
        </div>
      ) : (
        <EmptyState title={t('empty.page')} />
      )}
    </article>
  )
}

export function Panel({
  site,
  title,
  intro,
  wide = false,
  children,
}: {
  site: SiteView
  title: string
  intro?: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className={wide ? 'cs-wrap cs-panel cs-panel-wide' : 'cs-wrap cs-panel'}>
      <div className="cs-card">
        <h1>{title}</h1>
        {intro ? <p className="cs-intro">{intro}</p> : null}
        {children}
      </div>
      {wide ? null : <Tape title={site.name} />}
    </div>
  )
}
