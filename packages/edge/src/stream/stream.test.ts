import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteRange } from './byte-range.ts'
import { parseStreamPath } from './path.ts'
import { Remembered } from './remembered.ts'

const ticket = 'a'.repeat(80)

describe('the paths of audio', () => {
  it('name a playlist, a segment or the peaks, under a ticket', () => {
    expect(parseStreamPath(`/stream/${ticket}/master.m3u8`)).toEqual({ ticket, what: 'master' })
    expect(parseStreamPath(`/stream/${ticket}/peaks.bin`)).toEqual({ ticket, what: 'peaks' })
    expect(parseStreamPath(`/stream/${ticket}/aac256/index.m3u8`)).toEqual({ ticket, what: 'playlist', rendition: 'aac256' })
    expect(parseStreamPath(`/stream/${ticket}/flac/init.mp4`)).toEqual({
      ticket,
      what: 'segment',
      rendition: 'flac',
      take: 0,
      segment: 'init',
    })
    expect(parseStreamPath(`/stream/${ticket}/aac128/12.m4s`)).toEqual({
      ticket,
      what: 'segment',
      rendition: 'aac128',
      take: 0,
      segment: 12,
    })
    expect(parseStreamPath(`/stream/${ticket}/aac128/3/12.m4s`)).toEqual({
      ...{ ticket, what: 'segment', rendition: 'aac128', take: 3, segment: 12 },
    })
  })

  it('name nothing else: no other quality, no way up, no second ticket', () => {
    for (const path of [
      `/stream/${ticket}/aac999/0.m4s`,
      `/stream/${ticket}/../aac128/0.m4s`,
      `/stream/${ticket}/aac128/%2e%2e/0.m4s`,
      `/stream/${ticket}/aac128/-1.m4s`,
      `/stream/${ticket}/aac128/0/1.m4s`,
      `/stream/${ticket}/aac128/3/index.m3u8`,
      `/stream/${ticket}/aac128/3/4/1.m4s`,
      `/stream/${ticket}/aac128/1.m4s/`,
      `/stream/${ticket}/${ticket}/aac128/1.m4s`,
      '/stream/short/master.m3u8',
      '/stream//master.m3u8',
    ])
      expect(parseStreamPath(path), path).toBeNull()
  })
})

describe('a range of bytes', () => {
  it('is inside the body, whatever is asked', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(), { nil: null }), fc.option(fc.nat(), { nil: null }), fc.nat({ max: 5_000 }), (from, to, length) => {
        const range = byteRange(`bytes=${from ?? ''}-${to ?? ''}`, length)
        if (range === null || range === 'unsatisfiable') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.first).toBeLessThanOrEqual(range.last)
        expect(range.last).toBeLessThan(length)
      }),
    )
  })

  it('is the end of it, the whole of it, or none of it', () => {
    expect(byteRange('bytes=0-0', 10)).toEqual({ first: 0, last: 0 })
    expect(byteRange('bytes=-3', 10)).toEqual({ first: 7, last: 9 })
    expect(byteRange('bytes=4-', 10)).toEqual({ first: 4, last: 9 })
    expect(byteRange('bytes=10-', 10)).toBe('unsatisfiable')
    for (const header of [undefined, 'bytes=0-1,3-4', 'items=0-1', 'bytes=5-4', 'bytes=-']) expect(byteRange(header, 10)).toBeNull()
  })
})

describe('an answer that many ask for', () => {
  const memory = (now: () => number) => new Remembered<{ n: number }>({ max: 10, freshMs: () => 20, staleMs: 60, now })

  it('is asked for once at a time, and again when it is no longer fresh', async () => {
    let at = 0
    let asked = 0
    const kept = memory(() => at)
    const ask = async () => ({ n: ++asked })
    await Promise.all([kept.get('a', ask), kept.get('a', ask), kept.get('a', ask)])
    expect(asked).toBe(1)
    at = 19
    expect(kept.peek('a')).toEqual({ n: 1 })
    at = 21
    expect(kept.peek('a')).toBeUndefined()
    expect(await kept.get('a', ask)).toEqual({ n: 2 })
  })

  it('outlives a database that is away for a while, and no longer', async () => {
    let at = 0
    const kept = memory(() => at)
    await kept.get('a', async () => ({ n: 1 }))
    const away = () => Promise.reject(new Error('away'))
    at = 50
    expect(await kept.get('a', away)).toEqual({ n: 1 })
    at = 70
    await expect(kept.get('a', away)).rejects.toThrow('away')
  })

  it('counts its age from the question, so that what changed on its way is not taken for known', async () => {
    let at = 0
    const kept = memory(() => at)
    await kept.get('a', async () => {
      at = 30
      return { n: 1 }
    })
    expect(kept.peek('a')).toBeUndefined()
  })
})
