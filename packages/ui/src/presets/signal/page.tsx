import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Blocks, EmptyState, formatDay } from '../../site/index.ts'
import type { PageView, SiteView } from '../../site/views.ts'
import { Lockup } from './lockup.tsx'
import { MixSlices } from './posters.tsx'
import { inked, Slab } from './slab.tsx'
import { Title } from './title.tsx'

export function Page({ site, view }: { site: SiteView; view: PageView }) {
  const { t } = useTranslation('site')
  return (
    <article className={`words words-${view.kind}`}>
      {view.picture ? (
        <div className="sheet sheet-page paper" style={inked(view.picture)}>
          <h1>
            <Lockup text={view.title} wide={7} narrow={3} />
          </h1>
          <Slab picture={view.picture} sizes="100vw" priority alt={view.picture.alt} />
        </div>
      ) : (
        <Title text={view.title}>
          {view.updatedAt ? <p className="title-note">{t('page.updated', { date: formatDay(view.updatedAt, site.locale) })}</p> : null}
        </Title>
      )}
      {view.blocks.length > 0 ? (
        <Blocks blocks={view.blocks} renderMixes={(mixes) => <MixSlices mixes={mixes} />} />
      ) : (
        <EmptyState title={t('empty.page')} />
      )}
    </article>
  )
}

/** Half poster, half form. */
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
      <header className="panel-head paper" style={inked(null)}>
        <h1>
          <Lockup text={title} wide={wide ? 9 : 2.6} narrow={3.4} />
        </h1>
        {intro ? <p>{intro}</p> : null}
      </header>
      <div className="panel-body">{children}</div>
    </div>
  )
}
