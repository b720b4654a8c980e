import { createHash } from 'node:crypto'
import type { DemoMix, DemoTenant } from '../content/types.ts'
import { demoId } from '../demo-ids.ts'

/** A row of `play`, in the database's own names: written as JSON in one statement. */
export interface DemoPlay {
  id: string
  started_at: string
  mix_id: string
  kind: 'fan' | 'crew' | 'bot' | 'feed'
  listener: string
  is_member: boolean
  source: string
  country: string
  device: string
  browser: string
  duration_ms: number
  listened_ms: number
  ranges: string
  last_beat_at: string
  counted: boolean
  finished: boolean
}

const weeks = 10
const playsADay = 26
const dayMs = 24 * 60 * 60_000

type Weights = Record<string, number>
const countries: Record<string, Weights> = {
  danny: { GB: 56, IE: 9, DE: 8, NL: 7, FR: 6, US: 6, ES: 4, PT: 2, AU: 2 },
  hathor: { DE: 24, US: 18, GB: 14, EG: 12, FR: 11, ES: 7, IT: 6, MX: 5, BR: 3 },
  connect: { US: 48, BR: 12, GB: 11, MX: 9, CA: 8, DE: 5, FR: 4, JP: 3 },
}
const sources: Weights = { site: 71, embed: 15, 'instagram.com': 7, feed: 5, 'reddit.com': 2 }
const devices: Weights = { phone: 61, computer: 27, tablet: 7, speaker: 4, other: 1 }
const kinds: Weights = { fan: 94, crew: 3, bot: 3 }
/** How much is listened to at each hour: little at five in the morning, most after work and late. */
const clock = [9, 6, 4, 3, 2, 2, 3, 5, 8, 9, 9, 9, 10, 10, 10, 11, 13, 16, 18, 17, 16, 17, 16, 13]

/** Figures between 0 and 1 that are the same each time. */
function figures(seed: string): () => number {
  let [state, at] = [createHash('sha256').update(seed).digest(), 0]
  return () => {
    if (at > 28) [state, at] = [createHash('sha256').update(state).digest(), 0]
    at += 4
    return state.readUInt32BE(at - 4) / 2 ** 32
  }
}

function pick(weights: Weights, figure: number): string {
  const entries = Object.entries(weights)
  let left = figure * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) return name
  }
  return entries[0]?.[0] ?? ''
}

const byIndex = (weights: readonly number[]): Weights => Object.fromEntries(weights.entries())

/** What was heard of a mix, in seconds: some leave early, some stay, some look for a moment and go on from there. */
function heardOf(seconds: number, next: () => number): [number, number][] {
  const patience = next()
  const first =
    patience < 0.12
      ? 0.002 + next() * 0.01
      : patience < 0.32
        ? 0.02 + next() * 0.12
        : patience < 0.68
          ? 0.15 + next() * 0.65
          : 0.96 + next() * 0.04
  const end = Math.max(8, Math.min(seconds, Math.round(first * seconds)))
  if (next() > 0.16 || end > seconds * 0.8) return [[0, end]]
  const from = Math.min(seconds - 20, end + Math.round(next() * (seconds - end) * 0.7) + 1)
  return [
    [0, end],
    [from, Math.min(seconds, from + 20 + Math.round(next() * (seconds - from) * 0.8))],
  ]
}

/** Ten weeks of listening up to `today`: more at weekends and when a mix is new. The same each time for the same day. */
export function imaginePlays({ slug, mixes }: Pick<DemoTenant, 'slug' | 'mixes'>, today: Date): DemoPlay[] {
  const next = figures(`demo/${slug}/plays`)
  const plays: DemoPlay[] = []
  for (let back = weeks * 7; back >= 0; back -= 1) {
    const day = new Date(Math.floor(today.getTime() / dayMs) * dayMs - back * dayMs)
    const out = mixes.filter(({ publication, publishedAt }) => publication === 'published' && publishedAt !== null && publishedAt < day)
    const isWeekend = [0, 5, 6].includes(day.getUTCDay())
    const count = Math.round(playsADay * (0.7 + 0.6 * next()) * (isWeekend ? 1.5 : 1) * (1.25 - back / (weeks * 14)))
    for (let number = 0; number < count && out.length > 0; number += 1) {
      const startedAt = new Date(day.getTime() + Number(pick(byIndex(clock), next())) * 3_600_000 + Math.floor(next() * 3_599_000))
      const play = imagine(slug, chooseMix(out, day, next()), startedAt, `${back}/${number}`, next)
      if (Date.parse(play.last_beat_at) < today.getTime()) plays.push(play)
    }
  }
  return plays
}

function chooseMix(mixes: readonly DemoMix[], day: Date, figure: number): DemoMix {
  const weights = mixes.map(({ publishedAt }) => 1 + 12 / (1 + (day.getTime() - (publishedAt?.getTime() ?? 0)) / (20 * dayMs)))
  return mixes[Number(pick(byIndex(weights), figure))] as DemoMix
}

function imagine(slug: string, mix: DemoMix, startedAt: Date, key: string, next: () => number): DemoPlay {
  const seconds = Math.ceil(mix.durationMs / 1000)
  const ranges = heardOf(seconds, next)
  const heard = ranges.reduce((sum, [from, to]) => sum + to - from, 0)
  const day = startedAt.toISOString().slice(0, 10)
  const device = pick(devices, next())
  const play: DemoPlay = {
    id: demoId(slug, 'play', key),
    started_at: startedAt.toISOString(),
    mix_id: demoId(slug, 'mix', mix.slug),
    kind: pick(kinds, next()) as DemoPlay['kind'],
    listener: createHash('sha256')
      .update(`${slug}/${day}/${Math.floor(next() * 40)}`)
      .digest('base64url')
      .slice(0, 22),
    is_member: next() < 0.2,
    source: pick(sources, next()),
    country: pick(countries[slug] ?? { GB: 1 }, next()),
    device,
    browser: device === 'phone' ? 'Safari' : 'Chrome',
    duration_ms: mix.durationMs,
    listened_ms: Math.min(heard * 1000, mix.durationMs),
    ranges: `{${ranges.map(([from, to]) => `[${from},${to})`).join(',')}}`,
    last_beat_at: new Date(startedAt.getTime() + heard * 1000).toISOString(),
    counted: heard >= 30 || heard * 2 >= seconds,
    finished: heard * 1000 >= mix.durationMs * 0.95,
  }
  return play.source === 'feed' && play.kind === 'fan' ? fetched(play) : play
}

/** Podcast apps fetch; what is heard then, nobody knows. */
const fetched = (play: DemoPlay): DemoPlay => ({ ...play, kind: 'feed', listened_ms: 0, finished: false })
