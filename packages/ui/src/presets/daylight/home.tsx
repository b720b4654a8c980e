import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, formatIndex, PlayButton, Prose, SitePicture, Tracklist } from '../../site/index.ts'
import type { HomeSection, HomeView, SiteView } from '../../site/views.ts'
import { LinkIndex } from './links.tsx'
import { Facts, lengthOf, MixIndex, MixPlates, More, Part, useMixFacts } from './parts.tsx'
import { Timetable } from './timetable.tsx'

const tracksShown = 8

/** The newest mix: its words in one margin, its facts in the other, the whole cover between. */
function Latest({ site, mix }: { site: SiteView; mix: NonNullable<HomeView['latest']> }) {
  const { t } = useTranslation('site')
  const id = useId()
  const facts = useMixFacts(site, mix)
  const rest = mix.tracks.length - tracksShown
  return (
    <section className={mix.artwork ? 'part latest' : 'part latest latest-bare'} aria-labelledby={id}>
      <header className="part-head">
        <h2 id={id}>{t('sections.latest')}</h2>
        <p className="part-note figures">{formatIndex(mix.number)}</p>
      </header>
      {mix.artwork ? (
        <a className="latest-picture" href={mix.href} tabIndex={-1}>
          <SitePicture picture={mix.artwork} alt={mix.artwork.alt || mix.title} priority sizes="(min-width: 60rem) 52vw, 100vw" />
        </a>
      ) : null}
      <div className="latest-words">
        <h3>
          <a className="latest-title" href={mix.href} data-length={lengthOf(mix.title)}>
            {mix.title}
          </a>
        </h3>
        {mix.description ? <p className="latest-text">{mix.description}</p> : null}
        <PlayButton mix={mix} />
        {rest > 0 ? null : <More href={mix.href}>{t('more.mix')}</More>}
      </div>
      <div className="latest-facts">
        <Facts rows={facts} />
      </div>
      {mix.tracks.length > 0 ? (
        <div className="latest-tracks">
          <Tracklist mix={mix} tracks={mix.tracks.slice(0, tracksShown)} durationMs={mix.durationMs} />
          {rest > 0 ? <More href={mix.href}>{t('more.tracks', { count: rest })}</More> : null}
        </div>
      ) : null}
    </section>
  )
}

function Mixes({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const shown = view.sections.includes('latest') ? view.mixes.filter((mix) => mix.href !== view.latest?.href) : view.mixes
  if (shown.length === 0) return null
  // Two covers are hung only where a list follows them: alone they would look like all there is.
  const hung = shown.length > 3 && shown.slice(0, 2).every((mix) => mix.artwork) ? 2 : 0
  return (
    <Part title={t('sections.mixes')}>
      {hung > 0 ? <MixPlates mixes={shown.slice(0, hung)} /> : null}
      <MixIndex site={site} mixes={shown.slice(hung)} />
      {view.mixCount > view.mixes.length ? (
        <More href={`${site.homeHref.replace(/\/$/, '')}/mixes`}>{t('more.mixes', { count: view.mixCount })}</More>
      ) : null}
    </Part>
  )
}

function Section({ section, site, view }: { section: HomeSection; site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  switch (section) {
    case 'latest':
      return view.latest ? <Latest site={site} mix={view.latest} /> : null
    case 'mixes':
      return <Mixes site={site} view={view} />
    case 'events':
      return view.events.length > 0 ? (
        <Part title={t('sections.events')}>
          <Timetable site={site} events={view.events} />
        </Part>
      ) : null
    case 'about':
      return view.about ? (
        <Part title={t('sections.about')} className="about">
          {view.about.picture ? <SitePicture picture={view.about.picture} sizes="(min-width: 60rem) 32vw, 100vw" /> : null}
          <div>
            <Prose html={view.about.html} />
            <More href={view.about.href}>{t('more.about')}</More>
          </div>
        </Part>
      ) : null
    case 'links':
      return view.links.length > 0 ? (
        <Part title={t('sections.links')}>
          <LinkIndex links={view.links} />
        </Part>
      ) : null
  }
}

export function Home({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const nothing = !view.latest && view.mixes.length === 0 && view.events.length === 0 && !view.about && view.links.length === 0
  return (
    <>
      <header className="title">
        <h1 data-length={lengthOf(site.name)}>{site.name}</h1>
        {site.tagline ? <p className="title-tagline">{site.tagline}</p> : null}
      </header>
      {nothing ? <EmptyState title={t('empty.home')} /> : null}
      {view.sections.map((section) => (
        <Section key={section} section={section} site={site} view={view} />
      ))}
    </>
  )
}
