import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AccountLinks,
  Announcement,
  ConsentBar,
  LanguageSwitch,
  Mark,
  ModeSwitch,
  NavigationLinks,
  PlayerPlace,
  SkipLink,
} from '../../site/index.ts'
import type { LinkCard, SiteView } from '../../site/views.ts'
import { inkOf } from './fit.ts'

/** A sheet of stickers. */
export const Stickers = ({ links }: { links: LinkCard[] }) => (
  <ul className="cs-stickers">
    {links.map((link, index) => (
      <li key={link.href} data-ink={inkOf(index + 1)}>
        <a href={link.href} rel="me">
          {link.label}
        </a>
      </li>
    ))}
  </ul>
)

function Back({ site }: { site: SiteView }) {
  const { t } = useTranslation('site')
  return (
    <footer className="cs-back">
      <div className="cs-wrap cs-back-grid">
        <a className="cs-back-name" href={site.homeHref} aria-label={t('nav.home', { name: site.name })}>
          {site.name}
        </a>
        <nav aria-label={t('nav.footer')}>
          <NavigationLinks site={site} />
        </nav>
        {site.links.length > 0 ? (
          <nav aria-labelledby="cs-elsewhere">
            <p className="cs-label" id="cs-elsewhere">
              {t('nav.elsewhere')}
            </p>
            <ul>
              {site.links.slice(0, 8).map((link) => (
                <li key={link.href}>
                  <a href={link.href} rel="me">
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {site.legal.length > 0 ? (
          <nav aria-labelledby="cs-legal">
            <p className="cs-label" id="cs-legal">
              {t('nav.legal')}
            </p>
            <ul>
              {site.legal.map((item) => (
                <li key={item.href}>
                  <a href={item.href}>{item.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div className="cs-switches">
          <LanguageSwitch site={site} />
          <ModeSwitch site={site} />
        </div>
      </div>
    </footer>
  )
}

export function Shell({ site, children }: { site: SiteView; children: ReactNode }) {
  const { t } = useTranslation('site')
  return (
    <div className="cs">
      <SkipLink />
      <Announcement site={site} className="cs-announcement" />
      <header className="cs-deck">
        <div className="cs-wrap cs-deck-row">
          <Mark site={site} className="cs-mark" />
          <nav className="cs-keys" aria-label={t('nav.label')}>
            <NavigationLinks site={site} />
          </nav>
          <nav className="cs-account" aria-label={t('nav.account')}>
            <AccountLinks site={site} />
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PlayerPlace />
      <Back site={site} />
      <ConsentBar site={site} />
    </div>
  )
}
