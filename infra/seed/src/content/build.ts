import { slugify } from '@residency/domain/slugs'
import { planMix, toMs } from '../audio/mix/plan-mix.ts'
import { requireStyle } from '../audio/styles/index.ts'
import { daysFrom, instantAt, nextWeekday } from './calendar.ts'
import { type Record_, tracklist } from './crate.ts'
import type { DemoEvent, DemoMix, Text } from './types.ts'

interface MixWords {
  title: string
  ago: number | null
  genre: string
  bpm: number
  moods: string[]
  styles: string[]
  text: Text
}

/**
 * Mixes of a tenant from their descriptions, oldest first. What is not out yet has no number before it. Length and tracklist are those of
 * the audio that the seed plays.
 */
export function buildMixes(
  tenant: string,
  mixes: readonly MixWords[],
  records: readonly Record_[],
  versions: readonly string[],
  today: Date,
): DemoMix[] {
  return mixes.map((mix, i) => {
    const slug = slugify(mix.title)
    const recordedOn = daysFrom(today, mix.ago === null ? -3 : -Math.max(mix.ago, 2))
    // Out on the evening three days after it was recorded.
    const out = mix.ago === null ? null : new Date(daysFrom(today, mix.ago > 0 ? -mix.ago + 3 : -mix.ago).getTime() + 18 * 3_600_000)
    const audio = planMix({ seed: `${tenant}/${slug}`, bpm: mix.bpm, styles: mix.styles.map(requireStyle) })
    return {
      slug,
      title: mix.title,
      number: i + 1,
      description: mix.text,
      genre: mix.genre,
      moods: mix.moods,
      recordedOn,
      publishedAt: out,
      publication: out === null ? 'draft' : out > today ? 'scheduled' : 'published',
      durationMs: toMs(audio.samples),
      tracks: tracklist(records, {
        seed: `${tenant}/${slug}`,
        tracks: audio.tracks.map(({ style, mark }) => ({ style, startMs: toMs(mark) })),
        versions,
      }),
      audio,
      picture: `mix-${slug}`,
    }
  })
}

export const wholeMinutes = ({ durationMs }: DemoMix): number => Math.round(durationMs / 60_000)

interface EventWords {
  title: string
  /** Days from the day of the seed, and the weekday it is moved to (0 Sunday … 6 Saturday). */
  in: number
  weekday: number
  from: string
  hours: number
  timeZone: string
  venue: string
  city: string
  country: string
  price: [amountMinor: number, currency: string] | null
  tickets: boolean
  text: Text
}

export function buildEvents(events: readonly EventWords[], today: Date): DemoEvent[] {
  return events.map((event) => {
    const slug = slugify(`${event.title} ${event.city}`)
    const startsAt = instantAt(nextWeekday(today, event.in, event.weekday), event.from, event.timeZone)
    return {
      slug,
      title: event.title,
      description: event.text,
      startsAt,
      endsAt: new Date(startsAt.getTime() + event.hours * 3_600_000),
      timeZone: event.timeZone,
      venue: event.venue,
      city: event.city,
      country: event.country,
      ticketUrl: event.tickets ? `https://tickets.example/${slug}` : null,
      priceMinor: event.price?.[0] ?? null,
      currency: event.price?.[1] ?? null,
      picture: `event-${slug}`,
    }
  })
}
