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
import type { SiteView } from '../../site/views.ts'

export function Shell({ site, children }: { site: SiteView; children: ReactNode }) {
  const { t } = useTranslation('site')
  return (
    <>
      <SkipLink />
      <Announcement site={site} className="sheet" />
      <header className="head sheet">
        <Mark site={site} />
        <nav className="head-nav" aria-label={t('nav.label')}>
          <NavigationLinks site={site} />
        </nav>
        <nav className="head-account" aria-label={t('nav.account')}>
          <AccountLinks site={site} />
        </nav>
      </header>
      <main id="main" className="sheet" tabIndex={-1}>
        {children}
      </main>
      <PlayerPlace />
      <footer className="foot sheet">
        <p className="foot-name">{site.name}</p>
        {site.links.length > 0 ? (
          <nav className="foot-links" aria-label={t('nav.elsewhere')}>
            <ul>
              {site.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {site.legal.length > 0 ? (
          <nav className="foot-legal" aria-label={t('nav.legal')}>
            <ul>
              {site.legal.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div className="foot-switches">
          <LanguageSwitch site={site} />
          <ModeSwitch site={site} />
        </div>
      </footer>
      <ConsentBar site={site} />
    </>
  )
}
