import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStart, previousStart, trackAt, trackEnd } from './chapters.ts'
import { dbToGain, fadeIn, fadeOut, normalisingDb, targetLufs } from './loudness.ts'
import { fixedQuality } from './quality.ts'
import { readSleep, sleepNow, startSleep } from './sleep.ts'
import { readStart, startHref, writeStart } from './start-time.ts'
import { nextStatus, type Status, type StatusEvent, wantsSound } from './status.ts'

const tracks = [0, 60_000, 180_000].map((startMs, index) => ({
  position: index + 1,
  startMs,
  title: `T${index}`,
  artist: 'A',
  label: null,
}))

describe('tracks of a mix', () => {
  it('says which one is heard, and none before the first', () => {
    expect(trackAt(tracks, 0)).toBe(0)
    expect(trackAt(tracks, 59_999)).toBe(0)
    expect(trackAt(tracks, 60_000)).toBe(1)
    expect(trackAt(tracks.slice(1), 10)).toBe(-1)
  })
  it('leads on to the next start, and to nothing after the last', () => {
    expect(nextStart(tracks, 61_000)).toBe(180_000)
    expect(nextStart(tracks, 180_000)).toBeNull()
    expect(trackEnd(tracks, 200_000, 240_000)).toBe(240_000)
  })
  it('leads back to the start of this one, or to the one before when this one has only begun', () => {
    expect(previousStart(tracks, 70_000)).toBe(60_000)
    expect(previousStart(tracks, 61_000)).toBe(0)
    expect(previousStart(tracks, 1_000)).toBeNull()
  })
})

describe('loudness', () => {
  it('brings every mix to the target, or as near as its peaks allow', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 0, noNaN: true }), fc.double({ min: -20, max: 3, noNaN: true }), (lufs, peakDb) => {
        const db = normalisingDb({ lufs, peakDb })
        expect(lufs + db).toBeLessThanOrEqual(targetLufs + 1e-9)
        if (db > 0) expect(peakDb + db).toBeLessThanOrEqual(-1 + 1e-9)
      }),
    )
    expect(normalisingDb({ lufs: -8, peakDb: -0.1 })).toBe(-6)
    expect(normalisingDb({ lufs: -20, peakDb: -9 })).toBe(6)
    expect(normalisingDb({ lufs: -20, peakDb: -3 })).toBe(2)
    expect(dbToGain(-6)).toBeCloseTo(0.501, 3)
  })
  it('leaves alone what was never measured, or is silence', () => {
    expect(normalisingDb(null)).toBe(0)
    expect(normalisingDb({ lufs: -70, peakDb: -60 })).toBe(0)
  })
  it('keeps two mixes together as loud as one through a whole crossfade', () => {
    for (let part = 0; part <= 1; part += 0.05) expect(fadeIn(part) ** 2 + fadeOut(part) ** 2).toBeCloseTo(1, 6)
  })
})

describe('quality', () => {
  it('never asks for more than was chosen, nor for what is not offered', () => {
    expect(fixedQuality('aac320', ['aac128', 'aac256', 'flac'], false)).toBe('aac256')
    expect(fixedQuality('flac', ['aac128'], false)).toBe('aac128')
    expect(fixedQuality('aac128', ['aac256'], false)).toBe('aac256')
  })
  it('takes the smallest where data is saved, and lets the line decide otherwise', () => {
    expect(fixedQuality('saver', ['aac256', 'aac128', 'flac'], false)).toBe('aac128')
    expect(fixedQuality('auto', ['aac256', 'aac128'], true)).toBe('aac128')
    expect(fixedQuality('auto', ['aac256', 'aac128'], false)).toBeNull()
  })
})

describe('the sleep timer', () => {
  it('is read as it was kept, and as none when it is none', () => {
    const kept = [
      { kind: 'minutes', at: 5 },
      { kind: 'track', mixId: 'a', atMs: 1 },
      { kind: 'mix', mixId: 'a' },
    ] as const
    for (const sleep of kept) expect(readSleep(JSON.parse(JSON.stringify(sleep)))).toEqual(sleep)
    for (const wrong of [null, undefined, 'mix', {}, { kind: 'minutes' }, { kind: 'track', mixId: 'a' }, { kind: 'never', at: 1 }])
      expect(readSleep(wrong)).toBeNull()
  })
  const here = { mixId: 'a', ms: 70_000, tracks, durationMs: 240_000 }
  it('ends by the clock, growing quiet in the last seconds', () => {
    const sleep = startSleep({ kind: 'minutes', minutes: 15 }, 1_000, here)
    const at = (now: number) => sleepNow(sleep, now, { ...here, rate: 1 })
    expect(at(1_000)).toEqual({ gain: 1, over: false })
    expect(at(1_000 + 15 * 60_000 - 4_000).gain).toBeCloseTo(0.5)
    expect(at(1_000 + 15 * 60_000).over).toBe(true)
  })
  it('ends where the track that was heard ends, also at another speed', () => {
    const sleep = startSleep({ kind: 'track' }, 0, here)
    expect(sleepNow(sleep, 0, { ...here, ms: 179_000, rate: 2 }).gain).toBeCloseTo(0.5 / 8)
    expect(sleepNow(sleep, 0, { ...here, ms: 180_000, rate: 2 }).over).toBe(true)
  })
  it('is over when its mix was left', () => {
    const sleep = startSleep({ kind: 'mix' }, 0, here)
    expect(sleepNow(sleep, 0, { ...here, mixId: 'b', rate: 1 }).over).toBe(true)
  })
})

describe('a shared start', () => {
  it('is read as people write it and written so that it is read', () => {
    expect(readStart('1:02:03')).toBe(3_723_000)
    expect(readStart('62:03')).toBe(3_723_000)
    expect(readStart('3723')).toBe(3_723_000)
    expect(readStart('1h2m3s')).toBe(3_723_000)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 43_200 }), (seconds) => {
        expect(readStart(writeStart(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })
  it('is no start when it is anything else', () => {
    for (const text of ['', 'now', '-1', '1:2:3:4', '1e3', '99999999999', '<b>', '1:', ':1']) expect(readStart(text)).toBeNull()
    expect(readStart(null)).toBeNull()
  })
  it('goes into an address that has a query already', () => {
    expect(startHref('/mixes/a?link=x', 61_000)).toBe('/mixes/a?link=x&t=1:01')
    expect(startHref('/mixes/a', 0)).toBe('/mixes/a')
  })
})

describe('what the player is doing', () => {
  const run = (...events: StatusEvent[]): Status => events.reduce<Status>(nextStatus, 'idle')
  it('goes on after it starved, and says so when the line is gone', () => {
    expect(run('asked', 'playing', 'starved')).toBe('buffering')
    expect(run('asked', 'playing', 'starved', 'lost')).toBe('offline')
    expect(run('asked', 'playing', 'starved', 'lost', 'playing')).toBe('playing')
  })
  it('takes a pause that an element reports by itself for none', () => {
    expect(run('asked', 'refused', 'paused')).toBe('locked')
    expect(run('asked', 'playing', 'finished', 'paused')).toBe('ended')
    expect(run('asked', 'broke', 'paused')).toBe('failed')
  })
  it('stays away once it was put away, whatever still arrives', () => {
    for (const late of ['playing', 'paused', 'starved', 'lost', 'refused', 'broke', 'finished'] as const)
      expect(run('asked', 'playing', 'closed', late)).toBe('idle')
  })
  it('offers to pause whatever somebody waits for', () => {
    expect((['loading', 'playing', 'buffering', 'offline'] as const).every(wantsSound)).toBe(true)
    expect((['idle', 'paused', 'locked', 'failed', 'ended'] as const).some(wantsSound)).toBe(false)
  })
})
