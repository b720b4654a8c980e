/**
 * What the fan site shows: plain data, made by loaders, drawn by presets. Nothing here is a database record.
 * Every text is already in the reader's language; every instant is ISO 8601 in UTC; every href carries its language prefix.
 */
export interface Picture {
  /** Path without query: `/media/<id>`. Sizes and formats are asked for by `?w=` and `?f=` (see SitePicture). */
  src: string
  alt: string
  width: number
  height: number
  /** Focal point, 0..1 of width and height. */
  focal: { x: number; y: number }
  /** #rrggbb shown while the picture loads. */
  tone: string
}

export interface MixCard {
  id: string
  href: string
  title: string
  artwork: Picture | null
  durationMs: number
  genre: string | null
  moods: string[]
  /** YYYY-MM-DD */
  recordedOn: string
  /** Index number in the catalogue, newest highest. */
  number: number
  /** There is something to hear. */
  playable: boolean
  /** Name of the tier it is kept for; null: everybody hears it. */
  exclusive: string | null
  /** The reader’s tier opens it before its day: YYYY-MM-DD on which everybody hears it, by the site’s clock. */
  early: string | null
}

export interface TrackRow {
  position: number
  startMs: number
  title: string
  artist: string
  label: string | null
  /** Nobody has named it yet: title and artist are empty. */
  isUnknown?: boolean
  /** Where a fan may say what it is. */
  suggestHref?: string
}

export interface EventCard {
  href: string
  title: string
  startsAt: string
  endsAt: string | null
  timeZone: string
  venue: string
  city: string
  country: string
  ticketUrl: string | null
  price: { amountMinor: number; currency: string } | null
  image: Picture | null
  description: string
}

export interface LinkCard {
  href: string
  label: string
  kind: string
}

/** Blocks of a page, sanitised: `html` holds only p, a, strong, em, ul, ol, li, br, code. */
export type Block =
  | { id: string; type: 'heading'; text: string; level: 2 | 3 }
  | { id: string; type: 'text'; html: string }
  | { id: string; type: 'image'; picture: Picture; caption: string }
  | { id: string; type: 'quote'; text: string; by: string }
  | { id: string; type: 'button'; label: string; href: string }
  | { id: string; type: 'divider' }
  | { id: string; type: 'mixes'; heading: string; mixes: MixCard[] }

export type HomeSection = 'latest' | 'mixes' | 'events' | 'about' | 'links'

export interface HomeView {
  /** The order is the DJ's (brand record). A section without content is left out by the preset. */
  sections: HomeSection[]
  latest: (MixCard & { description: string; tracks: TrackRow[] }) | null
  mixes: MixCard[]
  mixCount: number
  events: EventCard[]
  about: { html: string; picture: Picture | null; href: string } | null
  links: LinkCard[]
}

export interface Choice {
  value: string
  label: string
  count: number
}

export interface MixesView {
  mixes: MixCard[]
  total: number
  page: number
  pageCount: number
  /** What was asked for, as it stands in the address. */
  query: { q: string; genre: string; mood: string; year: string; sort: 'newest' | 'oldest' | 'longest' | 'title' }
  genres: Choice[]
  moods: Choice[]
  years: Choice[]
  /** Address of this list; the filter form is a GET to it and works without scripts. */
  action: string
}

export interface MixView extends MixCard {
  descriptionHtml: string
  tracks: TrackRow[]
  related: MixCard[]
  canonicalUrl: string
  /** The listen link by which it was opened, which is not for everybody. */
  link: string | null
  /** What one puts into one's own page to show it there; null where its DJ does not allow it. */
  embedCode?: string | null
}

/** Lyrics or notes that go along with a mix. */
export interface TimedWordsView {
  kind: 'lyrics' | 'notes'
  /** The language they are in, which may be another than the page's. */
  locale: string
  lines: { atMs: number; text: string }[]
}

export interface EventsView {
  upcoming: EventCard[]
  past: EventCard[]
}
export interface EventView extends EventCard {
  /** Told by the server: a page drawn again in the browser must say the same. */
  isOver: boolean
  descriptionHtml: string
}
export interface LinksView {
  links: LinkCard[]
}
export interface PageView {
  title: string
  blocks: Block[]
  picture: Picture | null
  kind: 'page' | 'about' | 'legal'
  updatedAt: string | null
}

/** The frame around every page. */
export interface SiteView {
  name: string
  tagline: string
  logo: Picture | null
  /** Picture the preset may use as the site's large image. */
  cover: Picture | null
  announcement: { text: string; href: string | null } | null
  navigation: { href: string; label: string; current: boolean }[]
  legal: { href: string; label: string }[]
  links: LinkCard[]
  homeHref: string
  locale: string
  locales: { locale: string; label: string; href: string; current: boolean }[]
  /** The signed-in person, or the way in. */
  account: { name: string; href: string; studioHref: string | null } | null
  signInHref: string
  signUpHref: string
  /** What comes next: the nearest event, else the newest mix. */
  next: { label: string; href: string } | null
  /** The visitor's own choice, else the brand's: what `<html data-mode>` says. */
  mode: 'dark' | 'light' | 'auto'
  /** Null where there is nothing to consent to. A visitor who has answered never sees it: `<html data-consent>` hides it before the first paint. */
  consent: { text: string; policyHref: string | null; choices: ('analytics' | 'media')[] } | null
}

/** A mix as `/listen/<id>` gives it to the player. */
export interface PlayableView {
  id: string
  href: string
  title: string
  artist: string
  artwork: Picture | null
  durationMs: number
  tracks: TrackRow[]
  recordingId: string | null
  /** Base64 of one byte (0..255) a column over the whole. */
  peaks: string | null
  loudness: { lufs: number; peakDb: number } | null
  bpm: number | null
  /** As "F# minor" */
  key: string | null
  stream: { master: string; peaks: string; qualities: ('aac128' | 'aac256' | 'aac320' | 'flac')[]; expiresAt: string } | null
  locked: { reason: 'exclusive' | 'early' | 'not_ready'; tierName: string | null; opensAt: string | null } | null
  /** Where the account left off. */
  resumeMs: number | null
  /** Null for somebody who is not signed in. */
  liked: boolean | null
  canComment: boolean
  download: { href: string; format: 'mp3' | 'original' } | null
  historyOn: boolean
}
