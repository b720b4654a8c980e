import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, Prose, WaveformPlace } from '../../site/index.ts'
import type { HomeSection, HomeView, SiteView } from '../../site/views.ts'
import { EventList } from './event-list.tsx'
import { fit } from './fit.ts'
import { Frame, Sky } from './frame.tsx'
import { MixFacts, MixList, MixNumber } from './mix-list.tsx'
import { LinkRun } from './shell.tsx'

const tracksShown = 7

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
    <section className={`nc-section nc-section-${name}`} aria-labelledby={`home-${name}`}>
      <div className="nc-grid nc-section-head">
        <h2 className="nc-caps" id={`home-${name}`}>
          {title}
        </h2>
      </div>
      {children}
      {more ? (
        <p className="nc-grid nc-section-more">
          <a className="nc-on" href={more.href}>
            {more.label}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Latest({ site, latest, framed }: { site: SiteView; latest: NonNullable<HomeView['latest']>; framed: boolean }) {
  const { t } = useTranslation('site')
  const shown = latest.tracks.slice(0, tracksShown)
  const rest = latest.tracks.length - shown.length
  return (
    <Section name="latest" title={t('sections.latest')}>
      <article className="nc-grid nc-latest">
        {framed && latest.artwork ? <Frame picture={latest.artwork} kind="side" alt="" /> : null}
        <MixNumber mix={latest} />
        <h3 className="nc-latest-title nc-fit" style={fit(latest.title)}>
          <a href={latest.href}>{latest.title}</a>
        </h3>
        <MixFacts mix={latest} locale={site.locale} />
        <WaveformPlace mix={latest} durationMs={latest.durationMs} tracks={latest.tracks} className="nc-wave" />
        {latest.description ? <p className="nc-lead">{latest.description}</p> : null}
        {shown.length > 0 ? (
          <ol className="nc-set" aria-label={t('sections.tracklist')}>
            {shown.map((track) => (
              <li key={track.position}>
                <cite>{track.title}</cite> <span>{track.artist}</span>
              </li>
            ))}
          </ol>
        ) : null}
        <p className="nc-latest-more">
          <a className="button button-main" href={latest.href}>
            {t('more.mix')}
          </a>
          {rest > 0 ? <span className="nc-rest">{t('more.tracks', { count: rest })}</span> : null}
        </p>
      </article>
    </Section>
  )
}

export function Home({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const { latest, mixes, mixCount, events, about, links } = view
  const under = (path: string) => `${site.homeHref.replace(/\/$/, '')}/${path}`
  const opening = site.cover ?? latest?.artwork ?? null
  const others = latest ? mixes.filter((mix) => mix.href !== latest.href) : mixes
  const empty = !latest && others.length === 0 && events.length === 0 && !about && links.length === 0

  const parts: Record<HomeSection, ReactNode> = {
    latest: latest ? <Latest key="latest" site={site} latest={latest} framed={site.cover !== null} /> : null,
    mixes:
      others.length > 0 ? (
        <Section
          key="mixes"
          name="mixes"
          title={t('sections.more')}
          more={{ href: under('mixes'), label: t('more.mixes', { count: mixCount }) }}
        >
          <MixList mixes={others} locale={site.locale} every={5} />
        </Section>
      ) : null,
    events:
      events.length > 0 ? (
        <Section key="events" name="events" title={t('sections.events')} more={{ href: under('events'), label: t('more.events') }}>
          <EventList events={events} locale={site.locale} />
        </Section>
      ) : null,
    about: about ? (
      <Section key="about" name="about" title={t('sections.about')} more={{ href: about.href, label: t('more.about') }}>
        <div className="nc-grid nc-about">
          {about.picture ? <Frame picture={about.picture} kind="passing" /> : null}
          <Prose html={about.html} className="nc-about-words" />
        </div>
      </Section>
    ) : null,
    links:
      links.length > 0 ? (
        <Section key="links" name="links" title={t('sections.links')}>
          <div className="nc-grid">
            <LinkRun links={links} />
          </div>
        </Section>
      ) : null,
  }

  return (
    <>
      <div className="nc-opening">
        {opening ? <Frame picture={opening} priority alt={site.cover ? undefined : ''} /> : <Sky />}
        <div className="nc-grid nc-opening-words">
          <h1 className="nc-name nc-fit" style={fit(site.name)}>
            {site.name}
          </h1>
          {site.tagline ? <p className="nc-tagline">{site.tagline}</p> : null}
          {site.next ? (
            <p className="nc-next">
              <span className="nc-caps">{t('ticker.next')}</span> <a href={site.next.href}>{site.next.label}</a>
            </p>
          ) : null}
        </div>
      </div>
      {view.sections.map((section) => parts[section])}
      {empty ? (
        <div className="nc-grid nc-section">
          <EmptyState title={t('empty.home')} />
        </div>
      ) : null}
    </>
  )
}
