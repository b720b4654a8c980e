import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, formatDayDigits, formatDuration, formatIndex, Prose, WaveformPlace } from '../../site/index.ts'
import type { HomeSection, HomeView, SiteView } from '../../site/views.ts'
import { fit, inkOf } from './fit.ts'
import { Length, Rack } from './mix-list.tsx'
import { Front, Print } from './print.tsx'
import { Stickers } from './shell.tsx'
import { Sides } from './sides.tsx'
import { Tape } from './tape.tsx'
import { Tickets } from './tickets.tsx'

const shownPerSide = 4

function Section({
  name,
  title,
  more,
  children,
}: {
  name: HomeSection
  title: string
  more?: { href: string; label: string }
  children: ReactNode
}) {
  return (
    <section className={`cs-wrap cs-section cs-section-${name}`} aria-labelledby={`home-${name}`}>
      <div className="cs-section-head">
        <h2 id={`home-${name}`}>{title}</h2>
        {more ? (
          <a className="button" href={more.href}>
            {more.label}
          </a>
        ) : null}
      </div>
      {children}
    </section>
  )
}

function Latest({ site, latest }: { site: SiteView; latest: NonNullable<HomeView['latest']> }) {
  const { t } = useTranslation('site')
  const shown = latest.tracks.filter((track) => track.startMs < latest.durationMs / 2).length
  const count = Math.min(shown, shownPerSide) + Math.min(latest.tracks.length - shown, shownPerSide)
  const rest = latest.tracks.length - count
  return (
    <Section name="latest" title={t('sections.latest')}>
      <article className="cs-inlay" data-ink={inkOf(latest.number)}>
        <Front picture={latest.artwork} number={latest.number} sizes="(min-width: 64rem) 26rem, 100vw" alt="" />
        <p className="cs-inlay-spine">
          <span>{t('mix.number', { number: formatIndex(latest.number) })}</span> <span>{latest.genre}</span>
        </p>
        <div className="cs-inlay-flap">
          <h3 className="cs-inlay-title">
            <a href={latest.href}>{latest.title}</a>
          </h3>
          <p className="cs-label">
            <time dateTime={latest.recordedOn}>{formatDayDigits(latest.recordedOn, site.locale)}</time> <Length mix={latest} />
          </p>
          {latest.description ? <p className="cs-inlay-text">{latest.description}</p> : null}
          <WaveformPlace mix={latest} durationMs={latest.durationMs} tracks={latest.tracks} className="cs-window" />
          {latest.tracks.length > 0 ? (
            <Sides mix={latest} tracks={latest.tracks} durationMs={latest.durationMs} shown={shownPerSide} />
          ) : null}
          <p className="cs-actions">
            <a className="button button-main" href={latest.href}>
              {t('more.mix')}
            </a>
            {rest > 0 ? <span className="cs-label">{t('more.tracks', { count: rest })}</span> : null}
          </p>
        </div>
      </article>
    </Section>
  )
}

function Hero({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const { latest } = view
  return (
    <div className="cs-wrap cs-hero">
      <div className="cs-hero-words">
        <h1 className="cs-fit cs-off" style={fit(site.name)}>
          {site.name}
        </h1>
        {site.tagline ? <p className="cs-tagline">{site.tagline}</p> : null}
        {site.next ? (
          <p className="cs-next">
            <a href={site.next.href}>
              <span className="cs-label">{t('ticker.next')}</span> {site.next.label}
            </a>
          </p>
        ) : null}
      </div>
      <div className={site.cover ? 'cs-collage cs-collage-two' : 'cs-collage'}>
        {site.cover ? (
          <Print picture={site.cover} sizes="(min-width: 64rem) 28rem, 70vw" plates={2} priority className="cs-poster" />
        ) : null}
        {latest ? (
          <a className="cs-tape-link" href={latest.href}>
            <Tape
              spoken
              title={latest.title}
              number={latest.number}
              picture={latest.artwork}
              left={t('mix.number', { number: formatIndex(latest.number) })}
              right={formatDuration(latest.durationMs)}
            />
          </a>
        ) : (
          <Tape title={site.name} />
        )}
      </div>
    </div>
  )
}

export function Home({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const { latest, mixes, mixCount, events, about, links } = view
  const under = (path: string) => `${site.homeHref.replace(/\/$/, '')}/${path}`
  const others = latest ? mixes.filter((mix) => mix.href !== latest.href) : mixes
  const empty = !latest && others.length === 0 && events.length === 0 && !about && links.length === 0

  const parts: Record<HomeSection, ReactNode> = {
    latest: latest ? <Latest key="latest" site={site} latest={latest} /> : null,
    mixes:
      others.length > 0 ? (
        <Section
          key="mixes"
          name="mixes"
          title={t('sections.more')}
          more={{ href: under('mixes'), label: t('more.mixes', { count: mixCount }) }}
        >
          <Rack mixes={others} locale={site.locale} />
        </Section>
      ) : null,
    events:
      events.length > 0 ? (
        <Section key="events" name="events" title={t('sections.events')} more={{ href: under('events'), label: t('more.events') }}>
          <Tickets events={events} locale={site.locale} />
        </Section>
      ) : null,
    about: about ? (
      <Section key="about" name="about" title={t('sections.about')} more={{ href: about.href, label: t('more.about') }}>
        <div className="cs-about">
          {about.picture ? <Print picture={about.picture} sizes="(min-width: 64rem) 26rem, 90vw" plates={2} className="cs-photo" /> : null}
          <Prose html={about.html} className="cs-notes" />
        </div>
      </Section>
    ) : null,
    links:
      links.length > 0 ? (
        <Section key="links" name="links" title={t('sections.links')}>
          <Stickers links={links} />
        </Section>
      ) : null,
  }

  return (
    <>
      <Hero site={site} view={view} />
      {view.sections.map((section) => parts[section])}
      {empty ? (
        <div className="cs-wrap cs-section">
          <EmptyState title={t('empty.home')} />
        </div>
      ) : null}
    </>
  )
}
