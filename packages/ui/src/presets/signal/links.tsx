import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../site/index.ts'
import type { LinkCard, LinksView, SiteView } from '../../site/views.ts'
import { Lockup } from './lockup.tsx'
import { Title } from './title.tsx'

/** Every link as wide as the wall; the shorter the word, the louder. */
export function LinkWall({ links }: { links: LinkCard[] }) {
  const { t } = useTranslation('site')
  return (
    <ul className="wall" data-many={links.length > 8 ? '' : undefined}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-label={/^https?:/.test(link.href) ? t('links.opens', { label: link.label }) : undefined}>
            <Lockup text={link.label} wide={60} narrow={6} />
          </a>
        </li>
      ))}
    </ul>
  )
}

export function Links({ view }: { site: SiteView; view: LinksView }) {
  const { t } = useTranslation('site')
  return (
    <>
      <Title text={t('sections.links')} />
      {view.links.length > 0 ? <LinkWall links={view.links} /> : <EmptyState title={t('empty.links')}>{t('empty.linksText')}</EmptyState>}
    </>
  )
}
