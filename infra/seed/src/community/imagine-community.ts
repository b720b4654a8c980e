import { createHash } from 'node:crypto'
import type { DemoMix, DemoPerson, DemoTenant } from '../content/types.ts'
import { demoId } from '../demo-ids.ts'
import { voices } from './voices.ts'

interface Said {
  id: string
  mixId: string
  accountId: string
  createdAt: Date
}
export interface DemoCommunity {
  likes: Said[]
  comments: (Said & { atMs: number; body: string })[]
  follows: Omit<Said, 'mixId'>[]
}

const dayMs = 86_400_000
const leastComments = 3
const mostComments = 5
/** Said some seconds into a track, not on its first beat. */
const latestIntoTrackMs = 40_000

/** Between 0 and 1, the same each time. */
const figure = (...of: string[]): number =>
  createHash('sha256')
    .update(`community/${of.join('/')}`)
    .digest()
    .readUInt32BE() /
  2 ** 32

/** Each once, in an order of their own. */
const shuffled = <T>(all: readonly T[], ...of: string[]): T[] =>
  all
    .map((one, at) => ({ one, at: figure(...of, String(at)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

/** What the demo's fans like and say of every mix that is out, up to `today`. The same each time for the same day. */
export function imagineCommunity({ slug, mixes, people }: Pick<DemoTenant, 'slug' | 'mixes' | 'people'>, today: Date): DemoCommunity {
  const fans = people.filter(({ role }) => role === 'fan')
  const lines = shuffled(voices[slug] ?? [], slug)
  const out = mixes.filter((mix): mix is DemoMix & { publishedAt: Date } => mix.publication === 'published' && mix.publishedAt !== null)
  const accountOf = (person: DemoPerson) => demoId(slug, 'person', person.email)
  /** Some days after both the mix and the fan were there. */
  const moment = (person: DemoPerson, publishedAt: Date, ...of: string[]): Date => {
    const from = Math.max(publishedAt.getTime(), today.getTime() - person.joinedDaysAgo * dayMs)
    return new Date(from + Math.floor(figure(slug, ...of, 'when') ** 2 * Math.max(0, today.getTime() - 3_600_000 - from)))
  }
  const community: DemoCommunity = { likes: [], comments: [], follows: [] }
  let next = 0
  for (const mix of out) {
    const mixId = demoId(slug, 'mix', mix.slug)
    for (const fan of fans.filter(({ email }) => figure(slug, mix.slug, email, 'like') < 0.35 + 0.5 * figure(slug, mix.slug, 'liked')))
      community.likes.push({
        ...{ id: demoId(slug, 'like', `${mix.slug}/${fan.email}`), mixId, accountId: accountOf(fan) },
        createdAt: moment(fan, mix.publishedAt, mix.slug, fan.email, 'like'),
      })
    const count = leastComments + Math.floor(figure(slug, mix.slug, 'comments') * (mostComments - leastComments + 1))
    const tracks = shuffled(mix.tracks, slug, mix.slug, 'tracks').slice(0, count)
    const speakers = shuffled(fans, slug, mix.slug, 'speakers')
    for (const [index, track] of tracks.entries()) {
      const fan = speakers[index % speakers.length]
      const line = lines[next % lines.length]
      if (!fan || !line) continue
      next += 1
      const ends = mix.tracks.find(({ startMs }) => startMs > track.startMs)?.startMs ?? mix.durationMs
      const into = Math.min(latestIntoTrackMs, ends - track.startMs - 1_000) * figure(slug, mix.slug, String(index), 'into')
      community.comments.push({
        ...{ id: demoId(slug, 'comment', `${mix.slug}/${index}`), mixId, accountId: accountOf(fan) },
        atMs: track.startMs + Math.max(0, Math.round(into / 1_000) * 1_000),
        body: line.replace('{artist}', track.artist).replace('{title}', track.title),
        createdAt: moment(fan, mix.publishedAt, mix.slug, String(index), 'comment'),
      })
    }
  }
  for (const fan of fans)
    community.follows.push({
      ...{ id: demoId(slug, 'follow', fan.email), accountId: accountOf(fan) },
      createdAt: moment(fan, new Date(0), fan.email, 'follow'),
    })
  return community
}
