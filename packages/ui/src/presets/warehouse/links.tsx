import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../site/index.ts'
import type { LinkCard, LinksView, SiteView } from '../../site/views.ts'
import { longestWord } from './fit.ts'
import { Poster } from './parts.tsx'

/** Links as posters on a wall: one under the other, as large as they come. */
export const LinkWall = ({ links }: { links: LinkCard[] }) => (
  <ul className="wall">
    {links.map((link) => (
      <li key={link.href}>
        <a href={link.href} style={longestWord(link.label) as CSSProperties} data-long={link.label.length > 24 ? '' : undefined}>
          {link.label}
        </a>
      </li>
    ))}
  </ul>
)

export function Links({ view }: { site: SiteView; view: LinksView }) {
  const { t } = useTranslation('site')
  return (
    <>
      <header className="hero hero-page">
        <Poster text={t('sections.links')} flat={0.2} tall={0.3} />
      </header>
      {view.links.length > 0 ? (
        <LinkWall links={view.links} />
      ) : (
        <EmptyState title={t('empty.links')}>
          <p>{t('empty.linksText')}</p>
        </EmptyState>
      )}
    </>
  )
}
