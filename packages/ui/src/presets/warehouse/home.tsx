import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  EmptyState,
  formatDay,
  formatDuration,
  formatIndex,
  formatNumber,
  formatStart,
  isoDuration,
  Prose,
  WaveformPlace,
} from '../../site/index.ts'
import type { HomeSection, HomeView, SiteView } from '../../site/views.ts'
import { DateList, LeadDate } from './dates.tsx'
import { longestWord } from './fit.ts'
import { LinkWall } from './links.tsx'
import { Facts, Heading, Onward, Poster, Print, SetList } from './parts.tsx'

const shownTracks = 7

function Latest({ site, latest }: { site: SiteView; latest: NonNullable<HomeView['latest']> }) {
  const { t } = useTranslation('site')
  const tracks = latest.tracks.slice(0, shownTracks)
  const rest = latest.tracks.length - tracks.length
  return (
    <section className="latest" aria-labelledby="latest" data-picture={latest.artwork ? '' : undefined}>
      {latest.artwork ? (
        <Print className="latest-picture" picture={latest.artwork} priority sizes="(min-width: 60rem) 58vw, 100vw" />
      ) : null}
      <div className="latest-words">
        <p className="latest-line">
          <span>{t('sections.latest')}</span> <span className="figures">{t('mix.number', { number: formatIndex(latest.number) })}</span>
        </p>
        <h2
          className="latest-title"
          id="latest"
          style={longestWord(latest.title) as CSSProperties}
          data-long={latest.title.length > 40 ? '' : undefined}
        >
          <a href={latest.href}>{latest.title}</a>
        </h2>
        <Facts
          facts={[
            { label: t('mix.recorded'), value: <time dateTime={latest.recordedOn}>{formatDay(latest.recordedOn, site.locale)}</time> },
            { label: t('mix.length'), value: <time dateTime={isoDuration(latest.durationMs)}>{formatDuration(latest.durationMs)}</time> },
            { label: t('mix.genre'), value: latest.genre },
          ]}
        />
        {latest.description ? <p className="latest-text">{latest.description}</p> : null}
        {tracks.length > 0 ? (
          <ol className="latest-tracks">
            {tracks.map((track) => (
              <li key={track.position}>
                <time dateTime={isoDuration(track.startMs)}>{formatStart(track.startMs, latest.durationMs)}</time>
                <span>
                  <b>{track.artist}</b> {track.title}
                </span>
              </li>
            ))}
            {rest > 0 ? <li className="latest-rest">{t('more.tracks', { count: rest })}</li> : null}
          </ol>
        ) : null}
        <Onward href={latest.href}>{t('more.mix')}</Onward>
      </div>
      <WaveformPlace className="latest-wave" mix={latest} durationMs={latest.durationMs} tracks={latest.tracks} />
    </section>
  )
}

function Mixes({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const href = site.navigation.find((item) => item.href.endsWith('/mixes'))?.href
  // What stands above as the latest would only repeat itself.
  const mixes = view.sections.includes('latest') ? view.mixes.filter((mix) => mix.href !== view.latest?.href) : view.mixes
  if (mixes.length === 0) return null
  return (
    <section className="part" aria-labelledby="mixes">
      <Heading id="mixes" count={formatNumber(view.mixCount, site.locale)}>
        {t('sections.mixes')}
      </Heading>
      <SetList mixes={mixes} locale={site.locale} />
      {href && view.mixCount > mixes.length ? <Onward href={href}>{t('more.mixes', { count: view.mixCount })}</Onward> : null}
    </section>
  )
}

function Events({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const [first, ...others] = view.events
  const href = site.navigation.find((item) => item.href.endsWith('/events'))?.href
  if (!first) return null
  return (
    <section className="part" aria-labelledby="events">
      <Heading id="events">{t('sections.events')}</Heading>
      <LeadDate event={first} locale={site.locale} />
      <DateList events={others} locale={site.locale} />
      {href ? <Onward href={href}>{t('more.events')}</Onward> : null}
    </section>
  )
}

function About({ about }: { about: NonNullable<HomeView['about']> }) {
  const { t } = useTranslation('site')
  return (
    <section className="part about" aria-labelledby="about">
      <div className="about-words">
        <Heading id="about">{t('sections.about')}</Heading>
        <Prose html={about.html} className="about-text" />
        <Onward href={about.href}>{t('more.about')}</Onward>
      </div>
      {about.picture ? <Print className="about-picture" picture={about.picture} sizes="(min-width: 60rem) 42vw, 100vw" /> : null}
    </section>
  )
}

function Links({ view }: { view: HomeView }) {
  const { t } = useTranslation('site')
  if (view.links.length === 0) return null
  return (
    <section className="part" aria-labelledby="links">
      <Heading id="links">{t('sections.links')}</Heading>
      <LinkWall links={view.links} />
    </section>
  )
}

export function Home({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const draw: Record<HomeSection, () => ReactNode> = {
    latest: () => (view.latest ? <Latest site={site} latest={view.latest} /> : null),
    mixes: () => <Mixes site={site} view={view} />,
    events: () => <Events site={site} view={view} />,
    about: () => (view.about ? <About about={view.about} /> : null),
    links: () => <Links view={view} />,
  }
  const empty = !view.latest && view.mixCount === 0 && view.events.length === 0 && !view.about && view.links.length === 0
  return (
    <>
      <header className="hero">
        <Poster text={site.name} />
        {site.tagline ? <p className="hero-tagline">{site.tagline}</p> : null}
      </header>
      {empty ? <EmptyState title={t('empty.home')} /> : null}
      {view.sections.map((section) => (
        <div key={section} className={`home-${section}`}>
          {draw[section]()}
        </div>
      ))}
    </>
  )
}
