import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SitePicture } from './picture.tsx'
import { useSiteRuntime } from './runtime.tsx'
import type { SiteView } from './views.ts'

export function SkipLink() {
  const { t } = useTranslation('site')
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  )
}

/** The DJ's logo, or the name set in the preset's own type. */
export function Mark({ site, className }: { site: SiteView; className?: string }) {
  const { t } = useTranslation('site')
  return (
    <a className={className ? `mark ${className}` : 'mark'} href={site.homeHref} aria-label={t('nav.home', { name: site.name })}>
      {site.logo ? <SitePicture picture={site.logo} sizes="12rem" alt="" /> : <span aria-hidden="true">{site.name}</span>}
    </a>
  )
}

export function NavigationLinks({ site }: { site: SiteView }) {
  return (
    <ul>
      {site.navigation.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The way in, or the signed-in person's own pages. */
export function AccountLinks({ site }: { site: SiteView }) {
  const { t } = useTranslation('site')
  return (
    <ul>
      {site.account ? (
        <>
          <li>
            <a href={site.account.href}>{t('account.yours')}</a>
          </li>
          {site.account.studioHref ? (
            <li>
              <a href={site.account.studioHref}>{t('account.studio')}</a>
            </li>
          ) : null}
        </>
      ) : (
        <>
          <li>
            <a href={site.signInHref}>{t('account.signIn')}</a>
          </li>
          <li>
            <a href={site.signUpHref}>{t('account.signUp')}</a>
          </li>
        </>
      )}
    </ul>
  )
}

/** Navigation that folds on a phone: `<details>`, so it opens without scripts; with them Escape closes it and gives focus back. */
export function Menu({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useTranslation('site')
  const details = useRef<HTMLDetailsElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  const onClick = (event: { target: EventTarget }) => {
    if (details.current && event.target instanceof Element && event.target.closest('a')) details.current.open = false
  }
  return (
    <details ref={details} className={className ? `menu ${className}` : 'menu'} onKeyDown={onKeyDown} onClick={onClick}>
      <summary>{t('nav.menu')}</summary>
      <div className="menu-body">{children}</div>
    </details>
  )
}

export function Announcement({ site, className }: { site: SiteView; className?: string }) {
  const { t } = useTranslation('site')
  if (!site.announcement) return null
  const { text, href } = site.announcement
  return (
    <aside className={className ? `announcement ${className}` : 'announcement'} aria-label={t('announcement')}>
      {href ? <a href={href}>{text}</a> : <p>{text}</p>}
    </aside>
  )
}

/**
 * A line that travels. It can be stopped (WCAG 2.2.2) by a checkbox that needs no script, it stands still where less motion is asked for,
 * and the copy that fills the loop is hidden from those who listen.
 */
export function Ticker({ children, seconds = 30, className }: { children: ReactNode; seconds?: number; className?: string }) {
  const { t } = useTranslation('site')
  const id = useId()
  return (
    <div className={className ? `ticker ${className}` : 'ticker'} style={{ '--ticker-time': `${seconds}s` } as Record<string, string>}>
      <input type="checkbox" id={id} className="ticker-stop" />
      <label htmlFor={id}>{t('ticker.stop')}</label>
      <div className="ticker-window">
        <div className="ticker-line">
          <div className="ticker-copy">{children}</div>
          <div className="ticker-copy" aria-hidden="true" {...unreachable}>
            {children}
          </div>
        </div>
      </div>
    </div>
  )
}

// React 18 has no type for `inert`; the attribute keeps the copy's links out of the tab order.
const unreachable = { inert: '' }

/** Consent to what is not needed to show the page. Absent where nothing needs it, gone once answered. */
export function ConsentBar({ site }: { site: SiteView }) {
  const { t } = useTranslation('site')
  const { path } = useSiteRuntime()
  const [answered, setAnswered] = useState(false)
  if (!site.consent || answered) return null
  const { text, policyHref, choices } = site.consent
  const names = { analytics: t('consent.analytics'), media: t('consent.media') }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter
    if (!(button instanceof HTMLButtonElement)) return
    event.preventDefault()
    const body = new URLSearchParams([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    body.set('answer', button.value)
    document.documentElement.dataset.consent = 'answered'
    setAnswered(true)
    fetch('/preferences/consent', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  }
  return (
    <section className="consent" aria-label={t('consent.label')}>
      <form method="post" action="/preferences/consent" onSubmit={onSubmit}>
        <input type="hidden" name="returnTo" value={path} />
        <p>
          {text || t('consent.text')} {policyHref ? <a href={policyHref}>{t('consent.policy')}</a> : null}
        </p>
        <p className="consent-choices">
          {choices.map((choice) => (
            <label key={choice}>
              <input type="checkbox" name="choice" value={choice} /> {names[choice]}
            </label>
          ))}
        </p>
        <p className="consent-answers">
          <button className="button" type="submit" name="answer" value="none">
            {t('consent.none')}
          </button>
          <button className="button" type="submit" name="answer" value="chosen">
            {t('consent.chosen')}
          </button>
          <button className="button" type="submit" name="answer" value="all">
            {t('consent.all')}
          </button>
        </p>
      </form>
    </section>
  )
}

/** Where the player stands once something plays. Every shell has it once, outside `main`. */
export const PlayerPlace = () => <div id="player" />
