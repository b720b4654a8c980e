import { describe, expect, it } from 'vitest'
import { demoTenants } from '../content/index.ts'
import { imagineCommunity } from './imagine-community.ts'

const today = new Date('2026-05-14T09:00:00Z')

describe('what the demo’s fans say', () => {
  it.each(Object.entries(demoTenants))(
    'of %s is the same each time, stands at a moment of each mix that is out, and repeats nothing on a page',
    (_slug, make) => {
      const tenant = make(today)
      const { likes, comments, follows } = imagineCommunity(tenant, today)
      expect(imagineCommunity(tenant, today)).toEqual({ likes, comments, follows })
      const out = tenant.mixes.filter(({ publication }) => publication === 'published')
      const mixIds = [...new Set(comments.map(({ mixId }) => mixId))]
      expect(mixIds).toHaveLength(out.length)
      const longest = Math.max(...out.map(({ durationMs }) => durationMs))
      for (const mixId of mixIds) {
        const ofMix = comments.filter((comment) => comment.mixId === mixId)
        expect(ofMix.length).toBeGreaterThanOrEqual(3)
        expect(new Set(ofMix.map(({ body }) => body)).size).toBe(ofMix.length)
      }
      for (const { body, atMs, createdAt } of comments) {
        expect(body).not.toMatch(/[{}]/)
        expect(atMs).toBeGreaterThanOrEqual(0)
        expect(atMs).toBeLessThan(longest)
        expect(createdAt.getTime()).toBeLessThan(today.getTime())
      }
      expect(likes.length).toBeGreaterThan(out.length)
      for (const all of [likes, comments, follows]) expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    },
  )
})
