import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AccountLinks,
  Announcement,
  ConsentBar,
  LanguageSwitch,
  Mark,
  Menu,
  ModeSwitch,
  NavigationLinks,
  PlayerPlace,
  SkipLink,
} from '../../site/index.ts'
import type { SiteView } from '../../site/views.ts'
import { Lockup } from './lockup.tsx'

export function Shell({ site, children }: { site: SiteView; children: ReactNode }) {
  const { t } = useTranslation('site')
  const small = [...site.links, ...site.legal]
  return (
    <>
      <SkipLink />
      <Announcement site={site} />
      <header className="head">
        <Mark site={site} />
        <nav className="head-nav" aria-label={t('nav.label')}>
          <NavigationLinks site={site} />
        </nav>
        <nav className="head-account" aria-label={t('nav.account')}>
          <AccountLinks site={site} />
        </nav>
        <Menu>
          <nav className="menu-nav" aria-label={t('nav.label')}>
            <NavigationLinks site={site} />
          </nav>
          <nav className="menu-account" aria-label={t('nav.account')}>
            <AccountLinks site={site} />
          </nav>
        </Menu>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PlayerPlace />
      <footer className="foot">
        {small.length > 0 ? (
          <nav className="foot-links" aria-label={t('nav.footer')}>
            <ul>
              {small.map((link) => (
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
        <p className="foot-name">
          <Lockup text={site.name} wide={90} narrow={90} />
        </p>
      </footer>
      <ConsentBar site={site} />
    </>
  )
}
