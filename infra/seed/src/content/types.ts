import type { BrandRecord } from '@residency/brand'
import type { Locale } from '@residency/config'
import type { Drawing } from '../art/drawing.ts'
import type { MixPlan } from '../audio/mix/plan-mix.ts'

/** A text in all four languages: the demo leaves none out. */
export type Text = Record<Locale, string>

export const t = (en: string, es: string, pt: string, fr: string): Text => ({ en, es, pt, fr })
/** A name that is the same in every language. */
export const same = (text: string): Text => t(text, text, text, text)

export interface DemoPicture {
  /** Unique in the tenant; the media item's id is made from it. */
  key: string
  alt: Text
  /** 0..1 of width and height. */
  focal: { x: number; y: number }
  drawing: Drawing
}

export interface DemoTrack {
  startMs: number
  artist: string
  title: string
  label: string | null
}

export interface DemoMix {
  slug: string
  title: string
  /** Place in the catalogue, the oldest is 1. */
  number: number
  description: Text
  genre: string
  moods: string[]
  recordedOn: Date
  publishedAt: Date | null
  publication: 'published' | 'scheduled' | 'draft'
  durationMs: number
  tracks: DemoTrack[]
  /** What it sounds like: the start times are this plan's own. */
  audio: MixPlan
  picture: string
}

export interface DemoEvent {
  slug: string
  title: string
  description: Text
  startsAt: Date
  endsAt: Date
  timeZone: string
  venue: string
  city: string
  country: string
  ticketUrl: string | null
  priceMinor: number | null
  currency: string | null
  picture: string
}

export interface DemoLink {
  label: Text
  url: string
  kind: 'instagram' | 'soundcloud' | 'mixcloud' | 'youtube' | 'spotify' | 'bandcamp' | 'x' | 'discord' | 'mail' | 'other'
}

/** As @residency/domain/pages stores them, with keys in place of ids. */
export type DemoBlock =
  | { type: 'heading'; text: Text; level: 2 | 3 }
  | { type: 'text'; html: Text }
  | { type: 'image'; picture: string; caption: Text }
  | { type: 'quote'; text: Text; by: Text }
  | { type: 'button'; label: Text; href: string }
  | { type: 'divider' }
  | { type: 'mixes'; heading: Text; mixes: string[] }

export interface DemoPage {
  slug: string
  kind: 'page' | 'about' | 'legal'
  title: Text
  blocks: DemoBlock[]
  inNavigation: boolean
}

export type DemoRole = 'owner' | 'admin' | 'editor' | 'moderator' | 'fan'

export interface DemoPerson {
  role: DemoRole
  name: string
  email: string
  locale: Locale
  timeZone: string
  /** Days before the seed's day on which the account was made. */
  joinedDaysAgo: number
  marketing: boolean
}

export interface DemoTenant {
  slug: string
  name: string
  currency: string
  timeZone: string
  /** The brand, with the keys of its pictures. */
  brand: Omit<BrandRecord, 'logoId' | 'coverId' | 'iconId'> & { logo: string; cover: string }
  pictures: DemoPicture[]
  mixes: DemoMix[]
  events: DemoEvent[]
  links: DemoLink[]
  pages: DemoPage[]
  people: DemoPerson[]
  password: string
}
