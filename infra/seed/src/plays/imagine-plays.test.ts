import { describe, expect, it } from 'vitest'
import { demoTenants } from '../content/index.ts'
import { imaginePlays } from './imagine-plays.ts'

const today = new Date('2026-05-14T09:00:00Z')

describe('the demo’s plays', () => {
  it.each(Object.entries(demoTenants))('of %s are the same each time, of mixes that were out, and add up', (_slug, make) => {
    const tenant = make(today)
    const plays = imaginePlays(tenant, today)
    expect(imaginePlays(tenant, today)).toEqual(plays)
    expect(plays.length).toBeGreaterThan(1_000)
    expect(new Set(plays.map(({ id }) => id)).size).toBe(plays.length)
    for (const play of plays) {
      const spans = [...play.ranges.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)] as const)
      for (const [from, to] of spans) expect(from).toBeLessThan(to)
      expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(Math.ceil(play.duration_ms / 1000))
      const heard = spans.reduce((sum, [from, to]) => sum + to - from, 0)
      // What an app fetched, nobody is known to have heard.
      expect(play.listened_ms).toBe(play.kind === 'feed' ? 0 : Math.min(heard * 1000, play.duration_ms))
      expect(Date.parse(play.last_beat_at)).toBeLessThan(today.getTime())
    }
  })
})
