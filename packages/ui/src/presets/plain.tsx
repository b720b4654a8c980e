import {
  Announcement,
  Blocks,
  ConsentBar,
  EmptyState,
  FilterResult,
  formatDuration,
  LanguageSwitch,
  Mark,
  Menu,
  MixFilters,
  ModeSwitch,
  NavigationLinks,
  Pagination,
  PlayerPlace,
  Prose,
  SkipLink,
  Tracklist,
  WaveformPlace,
} from '../site/index.ts'
import type { EventCard, LinkCard, MixCard } from '../site/views.ts'
import type { Preset } from './contract.ts'

const Mixes = ({ mixes }: { mixes: MixCard[] }) => (
  <ul>
    {mixes.map((mix) => (
      <li key={mix.href}>
        <a href={mix.href}>{mix.title}</a> {formatDuration(mix.durationMs)}
      </li>
    ))}
  </ul>
)
const Events = ({ events }: { events: EventCard[] }) => (
  <ul>
    {events.map((event) => (
      <li key={event.href}>
        <a href={event.href}>{event.title}</a> {event.venue}, {event.city}
      </li>
    ))}
  </ul>
)
const Links = ({ links }: { links: LinkCard[] }) => (
  <ul>
    {links.map((link) => (
      <li key={link.href}>
        <a href={link.href}>{link.label}</a>
      </li>
    ))}
  </ul>
)

/** Every page without any looks: where a new preset starts from. */
export const plain: Omit<Preset, 'name'> = {
  Shell: ({ site, children }) => (
    <>
      <SkipLink />
      <Announcement site={site} />
      <header>
        <Mark site={site} />
        <Menu>
          <nav>
            <NavigationLinks site={site} />
          </nav>
        </Menu>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PlayerPlace />
      <footer>
        <LanguageSwitch site={site} />
        <ModeSwitch site={site} />
      </footer>
      <ConsentBar site={site} />
    </>
  ),
  Home: ({ site, view }) => (
    <>
      <h1>{site.name}</h1>
      <Mixes mixes={view.mixes} />
      <Events events={view.events} />
      <Links links={view.links} />
    </>
  ),
  Mixes: ({ view }) => (
    <>
      <h1>{view.total}</h1>
      <MixFilters view={view} />
      <FilterResult view={view} />
      <Mixes mixes={view.mixes} />
      <Pagination view={view} />
    </>
  ),
  Mix: ({ view }) => (
    <>
      <h1>{view.title}</h1>
      <WaveformPlace href={view.href} durationMs={view.durationMs} tracks={view.tracks} />
      <Prose html={view.descriptionHtml} />
      <Tracklist tracks={view.tracks} durationMs={view.durationMs} />
      <Mixes mixes={view.related} />
    </>
  ),
  Events: ({ view }) => <Events events={[...view.upcoming, ...view.past]} />,
  Event: ({ view }) => (
    <>
      <h1>{view.title}</h1>
      <Prose html={view.descriptionHtml} />
    </>
  ),
  Links: ({ view }) => <Links links={view.links} />,
  Page: ({ view }) => (
    <>
      <h1>{view.title}</h1>
      {view.blocks.length === 0 ? <EmptyState title={view.title} /> : null}
      <Blocks blocks={view.blocks} renderMixes={(mixes) => <Mixes mixes={mixes} />} />
    </>
  ),
  Panel: ({ title, intro, children }) => (
    <>
      <h1>{title}</h1>
      {intro ? <p>{intro}</p> : null}
      {children}
    </>
  ),
}
