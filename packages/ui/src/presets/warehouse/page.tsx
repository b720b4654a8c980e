import { useTranslation } from 'react-i18next'
import { Blocks, EmptyState, formatDay } from '../../site/index.ts'
import type { PageView, SiteView } from '../../site/views.ts'
import { Poster, Print, SetList } from './parts.tsx'

export function Page({ site, view }: { site: SiteView; view: PageView }) {
  const { t } = useTranslation('site')
  return (
    <article className={`page page-${view.kind}`}>
      <header className="hero hero-page">
        {view.kind === 'legal' ? <h1 className="page-title">{view.title}</h1> : <Poster text={view.title} flat={0.2} tall={0.4} />}
      </header>
      {view.picture ? <Print className="page-picture" picture={view.picture} priority sizes="100vw" /> : null}
      {view.blocks.length > 0 ? (
        <Blocks
          blocks={view.blocks}
          renderMixes={(mixes) => <SetList mixes={mixes} locale={site.locale} />}
          renderPicture={(picture) => <Print picture={picture} sizes="(min-width: 60rem) 75vw, 100vw" />}
        />
      ) : (
        <EmptyState title={t('empty.page')} action={{ href: site.homeHref, label: t('more.home') }} />
      )}
      {view.updatedAt ? (
        <p className="page-updated small">
          <time dateTime={view.updatedAt}>{t('page.updated', { date: formatDay(view.updatedAt, site.locale) })}</time>
        </p>
      ) : null}
    </article>
  )
}
