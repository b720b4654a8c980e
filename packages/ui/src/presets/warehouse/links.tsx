import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../site/index.ts'
import type { LinkCard, LinksView, SiteView } from '../../site/views.ts'
import { measure } from './fit.ts'
import { Poster } from './parts.tsx'

/** Share of the column that the longest word may fill: on a phone no word is broken. */
const longestWord = (label: string) => ({ '--word': (1 / Math.max(...label.split(/\s+/).map(measure))).toFixed(4) }) as CSSProperties

/** Links as posters on a wall: one under the other, as large as they come. */
export const LinkWall = ({ links }: { links: LinkCard[] }) => (
  <ul className="wall">
    {links.map((link) => (
      <li key={link.href}>
        <a href={link.href} style={longestWord(link.label)} data-long={link.label.length > 24 ? '' : undefined}>
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
