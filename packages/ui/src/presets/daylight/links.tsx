import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../site/index.ts'
import type { LinkCard, LinksView, SiteView } from '../../site/views.ts'
import { PageHead } from './parts.tsx'

export function LinkIndex({ links, large = false }: { links: LinkCard[]; large?: boolean }) {
  const { t } = useTranslation('site')
  return (
    <ul className={large ? 'links links-large' : 'links'}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-label={/^https?:/.test(link.href) ? t('links.opens', { label: link.label }) : undefined}>
            {link.label}
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
      <PageHead title={t('sections.links')} />
      {view.links.length > 0 ? (
        <LinkIndex links={view.links} large />
      ) : (
        <EmptyState title={t('empty.links')}>{t('empty.linksText')}</EmptyState>
      )}
    </>
  )
}
