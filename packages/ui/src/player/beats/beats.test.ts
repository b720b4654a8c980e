import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlayReport } from '../api/player-api.ts'
import { BeatLog, type BeatStore } from './beat-log.ts'
import type { Beat } from './heard.ts'
import { Heard } from './heard.ts'
import { type KeptPlay, PlayCounter } from './play-counter.ts'

function memory(): BeatStore {
  const kept = new Map<string, string>()
  return {
    keys: () => [...kept.keys()],
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value),
    delete: (key) => kept.delete(key),
  }
}
const seconds = (beats: { fromS: number; toS: number }[]) =>
  beats.flatMap(({ fromS, toS }) => Array.from({ length: toS - fromS }, (_, index) => fromS + index))

describe('what was heard', () => {
  it('is all that played, once, however often it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 1000 }), { minLength: 20, maxLength: 200 }), (steps) => {
        const heard = new Heard()
        const ranges = []
        let at = 0
        for (const [index, step] of steps.entries()) {
          at += step / 1000
          ranges.push(heard.advance(at))
          if (index % 7 === 0) ranges.push(heard.take())
        }
        ranges.push(heard.stop())
        const all = seconds(ranges.filter((range) => range !== null))
        expect(new Set(all).size).toBe(all.length)
        expect(Math.abs(all.length - (at - (steps[0] ?? 0) / 1000))).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('leaves out what was skipped', () => {
    const heard = new Heard()
    for (const s of [0, 1, 2, 3]) heard.advance(s)
    expect(heard.advance(100)).toEqual({ fromS: 0, toS: 3 })
    heard.advance(102)
    expect(heard.stop()).toEqual({ fromS: 100, toS: 102 })
  })
  it('counts again what is heard again', () => {
    const heard = new Heard()
    for (const s of [10, 12, 14]) heard.advance(s)
    expect(heard.advance(10)).toEqual({ fromS: 10, toS: 14 })
    heard.advance(13)
    expect(heard.stop()).toEqual({ fromS: 10, toS: 13 })
  })
})

describe('the play counter', () => {
  const facts = { mixId: 'm', quality: 'aac128', durationMs: 90_000 }
  function counted() {
    const beats: { playId: string; beat: Beat }[] = []
    const ids: string[] = []
    const counter = new PlayCounter({ add: ({ playId }, beat) => beats.push({ playId, beat }) }, 'site', () => `p${ids.push('')}`)
    return { beats, counter }
  }
  it('gives a beat every ten seconds, numbered without a gap', () => {
    const { beats, counter } = counted()
    for (let s = 0; s <= 31; s += 0.25) counter.advance(facts, s)
    counter.pause()
    expect(beats.map(({ beat }) => beat.seq)).toEqual(beats.map((_, index) => index))
    expect(beats.length).toBe(3)
    expect(seconds(beats.map(({ beat }) => beat))).toEqual(Array.from({ length: 31 }, (_, s) => s))
  })
  it('stays the same play through a pause and a jump, and is another one after the end', () => {
    const { beats, counter } = counted()
    for (const s of [0, 1, 2]) counter.advance(facts, s)
    counter.pause()
    for (const s of [50, 51, 52]) counter.advance(facts, s)
    counter.end()
    for (const s of [0, 1, 2]) counter.advance(facts, s)
    counter.end()
    expect(beats.map(({ playId }) => playId)).toEqual(['p1', 'p1', 'p2'])
    expect(beats.map(({ beat }) => beat.seq)).toEqual([0, 1, 0])
  })
  it('goes on with its play in the tab’s next document, and begins another after the end or with another mix', () => {
    const beats: { playId: string; seq: number }[] = []
    let kept: KeptPlay | null = null
    let made = 0
    const nextDocument = () =>
      new PlayCounter({ add: ({ playId }, { seq }) => beats.push({ playId, seq }) }, 'site', () => `p${++made}`, {
        read: () => kept,
        write: (play) => {
          kept = play
        },
      })
    const hear = (counter: PlayCounter, mixId: string) => {
      for (const s of [0, 1, 2]) counter.advance({ ...facts, mixId }, s)
      counter.pause()
    }
    hear(nextDocument(), 'm')
    const second = nextDocument()
    // Whatever it plays first is begun anew there.
    second.end()
    hear(second, 'm')
    second.end()
    hear(nextDocument(), 'm')
    hear(nextDocument(), 'n')
    expect(beats).toEqual([
      { playId: 'p1', seq: 0 },
      { playId: 'p1', seq: 1 },
      { playId: 'p2', seq: 0 },
      { playId: 'p3', seq: 0 },
    ])
  })
})

describe('beats on their way', () => {
  const play = { playId: 'p', mixId: 'm', startedAt: new Date().toISOString(), source: 'site', quality: 'aac128', durationMs: 1 }
  const beat = (seq: number): Beat => ({ seq, fromS: seq * 10, toS: seq * 10 + 10 })

  it('arrive exactly once in the count through lost requests, lost answers and a closed tab', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('fine', 'lost', 'answerLost', 'half'), { minLength: 5, maxLength: 30 }), async (line) => {
        const counted = new Map<number, number>()
        const store = memory()
        let turn = 0
        const report = async (plays: PlayReport[]) => {
          const how = line[turn % line.length]
          turn += 1
          if (how === 'lost') throw new Error('lost')
          const heard = plays.flatMap((one) => one.beats.slice(0, how === 'half' ? 1 : undefined))
          for (const { seq, fromS } of heard) counted.set(seq, fromS)
          if (how === 'answerLost') throw new Error('lost')
          return heard.map(({ seq }) => ({ playId: 'p', seq }))
        }
        const api = { report, beacon: () => undefined }
        const first = new BeatLog(api, store)
        for (let seq = 0; seq < 6; seq += 1) {
          first.add(play, beat(seq))
          await first.send()
        }
        // Another tab, later: the line is good again in the end.
        const second = new BeatLog(
          {
            ...api,
            report: async (plays) => {
              const heard = plays.flatMap((one) => one.beats)
              for (const { seq, fromS } of heard) counted.set(seq, fromS)
              return heard.map(({ seq }) => ({ playId: 'p', seq }))
            },
          },
          store,
        )
        await first.send()
        await second.send()
        await second.send()
        expect([...counted.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
        expect(store.keys()).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
  it('keeps what a beacon took, since nobody hears its answer', () => {
    const store = memory()
    const sent: PlayReport[][] = []
    const log = new BeatLog({ report: () => Promise.reject(new Error('offline')), beacon: (plays) => sent.push(plays) }, store)
    log.add(play, beat(0))
    log.flush()
    expect(sent[0]?.[0]?.beats).toEqual([beat(0)])
    expect(store.keys()).toEqual(['play:p'])
  })
  it('forgets what is too old for the other side, and what is no play at all', () => {
    const store = memory()
    store.set('play:old', JSON.stringify({ ...play, playId: 'old', startedAt: '2020-01-01T00:00:00Z', beats: [beat(0)] }))
    store.set('play:bad', '{')
    expect(new BeatLog({ report: async () => [], beacon: () => undefined }, store).waiting()).toEqual([])
    expect(store.keys()).toEqual([])
  })
})
