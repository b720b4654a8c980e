import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, timeZones, wallTimeOf } from './local-time.ts'

const iso = (wall: string, zone: string, turn?: 'first' | 'second') => instantOf(wall, zone, turn)?.toISOString() ?? null

describe('the time on a venue’s wall', () => {
  it('is the same clock time on both sides of a change of the clocks', () => {
    expect(iso('2026-10-24T22:00', 'Europe/London')).toBe('2026-10-24T21:00:00.000Z')
    expect(iso('2026-10-25T22:00', 'Europe/London')).toBe('2026-10-25T22:00:00.000Z')
    expect(iso('2026-03-07T22:00', 'America/New_York')).toBe('2026-03-08T03:00:00.000Z')
    expect(iso('2026-03-08T22:00', 'America/New_York')).toBe('2026-03-09T02:00:00.000Z')
  })

  it('tells the two turns of the hour apart that comes twice', () => {
    expect(iso('2026-10-25T01:30', 'Europe/London', 'first')).toBe('2026-10-25T00:30:00.000Z')
    expect(iso('2026-10-25T01:30', 'Europe/London', 'second')).toBe('2026-10-25T01:30:00.000Z')
    expect(wallTimeOf(new Date('2026-10-25T01:30:00Z'), 'Europe/London')).toEqual({ wall: '2026-10-25T01:30', turn: 'second' })
    expect(wallTimeOf(new Date('2026-10-25T02:30:00Z'), 'Europe/London')).toEqual({ wall: '2026-10-25T02:30', turn: null })
  })

  it('is refused when no clock there ever shows it', () => {
    expect(iso('2026-03-29T01:30', 'Europe/London')).toBeNull()
    expect(iso('2026-02-30T20:00', 'Europe/London')).toBeNull()
    expect(iso('2011-12-30T20:00', 'Pacific/Apia')).toBeNull()
    expect(iso('not a time', 'Europe/London')).toBeNull()
    expect(iso('2026-03-29T01:30', 'Mars/Olympus')).toBeNull()
  })

  it('leads back to the instant it was made of, whatever the zone', () => {
    const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...timeZones()), (minute, zone) => {
        const instant = new Date(minute * 60_000)
        const { wall, turn } = wallTimeOf(instant, zone)
        return instantOf(wall, zone, turn ?? 'first')?.getTime() === instant.getTime()
      }),
    )
  })
})
