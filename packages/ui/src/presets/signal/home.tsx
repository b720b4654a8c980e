import { useTranslation } from 'react-i18next'
import { EmptyState, formatDay, formatDuration, isoDuration, PlayButton, Prose } from '../../site/index.ts'
import type { HomeSection, HomeView, SiteView } from '../../site/views.ts'
import { DateRows } from './dates.tsx'
import { LinkWall } from './links.tsx'
import { Lockup } from './lockup.tsx'
import { useMixFrames } from './posters.tsx'
import { Reel } from './reel.tsx'
import { inked, Slab } from './slab.tsx'
import { Tape } from './tape.tsx'

const within = (site: SiteView, path: string) => `${site.homeHref.replace(/\/$/, '')}${path}`

/** The first poster: the name across the whole sheet, and under it what came last. */
function Opening({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const latest = view.sections.includes('latest') ? view.latest : null
  const picture = latest?.artwork ?? site.cover
  return (
    <div className="opening paper" style={inked(picture, latest?.number)}>
      <h1>
        <Lockup text={site.name} wide={site.name.length > 32 ? 12 : 9} narrow={site.name.length > 32 ? 4 : 3} />
      </h1>
      {latest ? (
        <section className="opening-mix" aria-labelledby="latest">
          <h2 id="latest">{t('sections.latest')}</h2>
          <p className="poster-number" data-digits={String(latest.number).length} aria-hidden="true">
            {latest.number}
          </p>
          <h3>
            <a className="opening-title" href={latest.href}>
              <Lockup text={latest.title} wide={latest.title.length > 44 ? 6 : 4} narrow={latest.title.length > 44 ? 6 : 4} />
            </a>
          </h3>
          <p className="poster-facts">
            <time dateTime={isoDuration(latest.durationMs)}>{formatDuration(latest.durationMs)}</time>
            {latest.genre ? <span>{latest.genre}</span> : null}
            <time dateTime={latest.recordedOn}>{formatDay(latest.recordedOn, site.locale, 'short')}</time>
          </p>
          <PlayButton mix={latest} />
          {latest.description ? <p className="opening-text">{latest.description}</p> : null}
        </section>
      ) : site.tagline ? (
        <p className="opening-tagline">{site.tagline}</p>
      ) : null}
      <Slab picture={picture} sizes="(min-width: 60rem) 66vw, 100vw" priority />
    </div>
  )
}

function Section({ section, site, view }: { section: HomeSection; site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const shown = view.sections.includes('latest') ? view.mixes.filter((mix) => mix.href !== view.latest?.href) : view.mixes
  const frames = useMixFrames(shown)
  switch (section) {
    case 'latest':
      return null
    case 'mixes':
      return shown.length > 0 ? (
        <section className="band" aria-labelledby="mixes">
          <header className="band-head">
            <h2 id="mixes">{t('sections.mixes')}</h2>
            {view.mixCount > view.mixes.length ? (
              <a className="band-more" href={within(site, '/mixes')}>
                {t('more.mixes', { count: view.mixCount })}
              </a>
            ) : null}
          </header>
          <Reel frames={frames} label={t('sections.mixes')} />
        </section>
      ) : null
    case 'events':
      return view.events.length > 0 ? (
        <section className="band" aria-labelledby="dates">
          <header className="band-head">
            <h2 id="dates">{t('sections.events')}</h2>
            <a className="band-more" href={within(site, '/events')}>
              {t('more.events')}
            </a>
          </header>
          <DateRows site={site} events={view.events} />
        </section>
      ) : null
    case 'about':
      return view.about ? (
        <section className="band about paper" aria-labelledby="about" style={inked(view.about.picture)}>
          <h2 id="about">{t('sections.about')}</h2>
          <div className="about-words">
            <Prose html={view.about.html} />
            <p>
              <a className="button button-main" href={view.about.href}>
                {t('more.about')}
              </a>
            </p>
          </div>
          <Slab picture={view.about.picture} sizes="(min-width: 60rem) 50vw, 100vw" alt={view.about.picture?.alt} />
        </section>
      ) : null
    case 'links':
      return view.links.length > 0 ? (
        <section className="band" aria-labelledby="links">
          <header className="band-head">
            <h2 id="links">{t('sections.links')}</h2>
          </header>
          <LinkWall links={view.links} />
        </section>
      ) : null
  }
}

export function Home({ site, view }: { site: SiteView; view: HomeView }) {
  const { t } = useTranslation('site')
  const { latest } = view
  const nothing = !latest && view.mixes.length === 0 && view.events.length === 0 && !view.about && view.links.length === 0
  const run = [
    ...(site.tagline ? [{ text: site.tagline }] : []),
    ...(site.next ? [{ text: site.next.label, href: site.next.href }] : []),
    ...(view.mixCount > 1 ? [{ text: t('filters.count', { count: view.mixCount }) }] : []),
    ...(latest?.tracks.slice(0, 5).map((track) => ({ text: track.artist })) ?? []),
  ]
  return (
    <>
      <Opening site={site} view={view} />
      {nothing ? <EmptyState title={t('empty.home')} /> : <Tape items={run} />}
      {view.sections.map((section) => (
        <Section key={section} section={section} site={site} view={view} />
      ))}
    </>
  )
}
