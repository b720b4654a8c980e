import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Blocks, EmptyState, formatDay } from '../../site/index.ts'
import type { LinksView, PageView, SiteView } from '../../site/views.ts'
import { fit } from './fit.ts'
import { Frame } from './frame.tsx'
import { MixList } from './mix-list.tsx'

export function Links({ view }: { site: SiteView; view: LinksView }) {
  const { t } = useTranslation('site')
  return (
    <div className="nc-grid nc-title nc-links-page">
      <h1 className="nc-fit" style={fit(t('sections.links'))}>
        {t('sections.links')}
      </h1>
      {view.links.length > 0 ? (
        <ul className="nc-links">
          {view.links.map((link) => (
            <li key={link.href}>
              <a href={link.href} rel="me">
                <span>{link.label}</span>
              </a>
            </li>
          ))}
        </ul>
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
    <article className={`nc-page nc-page-${view.kind}`}>
      <header className={view.picture ? 'nc-opening' : ''}>
        {view.picture ? <Frame picture={view.picture} priority /> : null}
        <div className={view.picture ? 'nc-grid nc-opening-words' : 'nc-grid nc-title'}>
          <h1 className="nc-fit" style={fit(view.title)}>
            {view.title}
          </h1>
          {view.updatedAt ? <p className="nc-quiet">{t('page.updated', { date: formatDay(view.updatedAt, site.locale) })}</p> : null}
        </div>
      </header>
      {view.blocks.length > 0 ? (
        <Blocks blocks={view.blocks} renderMixes={(mixes) => <MixList mixes={mixes} locale={site.locale} />} />
      ) : (
        <div className="nc-grid">
          <EmptyState title={t('empty.page')} />
        </div>
      )}
    </article>
  )
}

export function Panel({
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
    <div className={wide ? 'nc-grid nc-panel nc-panel-wide' : 'nc-grid nc-panel'}>
      <div className="nc-panel-words">
        <h1>{title}</h1>
        {intro ? <p className="nc-lead">{intro}</p> : null}
        {children}
      </div>
    </div>
  )
}
