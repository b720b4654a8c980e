import type { CSSProperties, ReactNode } from 'react'
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
  Ticker,
} from '../../site/index.ts'
import type { SiteView } from '../../site/views.ts'
import { longestWord } from './fit.ts'

/** Enough copies of the line that it fills a wide screen however short it is. */
const copies = ['1', '2', '3', '4']

function Next({ next }: { next: NonNullable<SiteView['next']> }) {
  const { t } = useTranslation('site')
  return (
    <Ticker seconds={36} className="next">
      {copies.map((copy, index) => (
        <p key={copy} aria-hidden={index > 0 || undefined}>
          <span className="next-word">{t('ticker.next')}</span>
          {index === 0 ? <a href={next.href}>{next.label}</a> : <span className="next-copy">{next.label}</span>}
        </p>
      ))}
    </Ticker>
  )
}

function Footer({ site }: { site: SiteView }) {
  const { t } = useTranslation('site')
  return (
    <footer className="foot inverse">
      <div className="foot-grid">
        <div className="foot-name">
          <p className="foot-big" style={longestWord(site.name) as CSSProperties} data-long={site.name.length > 30 ? '' : undefined}>
            {site.name}
          </p>
          {site.tagline ? <p>{site.tagline}</p> : null}
        </div>
        {site.links.length > 0 ? (
          <nav className="foot-links" aria-label={t('nav.elsewhere')}>
            <ul>
              {site.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} rel="me">
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <nav className="foot-legal" aria-label={t('nav.legal')}>
          <ul>
            {site.legal.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="foot-choices">
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
    <>
      <SkipLink />
      <Announcement site={site} />
      <header className="bar">
        <Mark site={site} />
        <nav className="bar-nav" aria-label={t('nav.label')}>
          <NavigationLinks site={site} />
        </nav>
        <nav className="bar-account" aria-label={t('nav.account')}>
          <AccountLinks site={site} />
        </nav>
        <Menu className="bar-menu">
          <nav className="menu-pages" aria-label={t('nav.label')}>
            <NavigationLinks site={site} />
          </nav>
          <nav aria-label={t('nav.account')}>
            <AccountLinks site={site} />
          </nav>
        </Menu>
      </header>
      {site.next ? (
        <aside className="next-strip" aria-label={t('ticker.next')}>
          <Next next={site.next} />
        </aside>
      ) : null}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PlayerPlace />
      <Footer site={site} />
      <ConsentBar site={site} />
    </>
  )
}
