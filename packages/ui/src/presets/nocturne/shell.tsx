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
import type { LinkCard, SiteView } from '../../site/views.ts'

/** Elsewhere, as a sentence is set: one after the other. */
export const LinkRun = ({ links }: { links: LinkCard[] }) => (
  <ul className="nc-run">
    {links.map((link) => (
      <li key={link.href}>
        <a href={link.href} rel="me">
          {link.label}
        </a>
      </li>
    ))}
  </ul>
)

/** The last page of a book: who, where else, in which tongue, under what terms. */
function Colophon({ site }: { site: SiteView }) {
  const { t } = useTranslation('site')
  return (
    <footer className="nc-colophon">
      <div className="nc-grid">
        <a className="nc-colophon-name" href={site.homeHref} aria-label={t('nav.home', { name: site.name })}>
          {site.name}
        </a>
        <nav className="nc-colophon-row" aria-label={t('nav.footer')}>
          <NavigationLinks site={site} />
        </nav>
        {site.links.length > 0 ? (
          <nav className="nc-colophon-row" aria-labelledby="nc-elsewhere">
            <p className="nc-caps" id="nc-elsewhere">
              {t('nav.elsewhere')}
            </p>
            <LinkRun links={site.links} />
          </nav>
        ) : null}
        {site.locales.length > 1 ? (
          <div className="nc-colophon-row">
            <p className="nc-caps" aria-hidden="true">
              {t('language.label')}
            </p>
            <LanguageSwitch site={site} />
          </div>
        ) : null}
        <div className="nc-colophon-row">
          <p className="nc-caps" aria-hidden="true">
            {t('mode.label')}
          </p>
          <ModeSwitch site={site} />
        </div>
        {site.legal.length > 0 ? (
          <nav className="nc-colophon-row" aria-labelledby="nc-legal">
            <p className="nc-caps" id="nc-legal">
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
      </div>
    </footer>
  )
}

export function Shell({ site, children }: { site: SiteView; children: ReactNode }) {
  const { t } = useTranslation('site')
  return (
    <div className="nc">
      <SkipLink />
      <Announcement site={site} className="nc-announcement" />
      <header className="nc-head">
        <Mark site={site} className="nc-mark" />
        <nav className="nc-nav" aria-label={t('nav.label')}>
          <NavigationLinks site={site} />
        </nav>
        <nav className="nc-account" aria-label={t('nav.account')}>
          <AccountLinks site={site} />
        </nav>
        <Menu className="nc-menu">
          <nav className="nc-contents" aria-label={t('nav.label')}>
            <NavigationLinks site={site} />
          </nav>
          <nav className="nc-contents-foot" aria-label={t('nav.account')}>
            <AccountLinks site={site} />
          </nav>
        </Menu>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PlayerPlace />
      <Colophon site={site} />
      <ConsentBar site={site} />
    </div>
  )
}
