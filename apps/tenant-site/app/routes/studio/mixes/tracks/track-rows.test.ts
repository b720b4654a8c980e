import { describe, expect, it } from 'vitest'
import { inserted, merged, parted, rowsFrom, startOf } from './track-rows.ts'

const rows = rowsFrom([
  { id: 'a', startMs: 0, title: 'One', artist: 'A', label: null, isUnknown: false },
  { id: 'b', startMs: 100_000, title: '', artist: '', label: null, isUnknown: true },
  { id: 'c', startMs: 200_000, title: 'Three', artist: 'C', label: 'L', isUnknown: false },
])
const brief = (all: typeof rows) => all.map((row) => [row.key, startOf(row), row.title])

describe('editing a tracklist', () => {
  it('puts a new track where one listens', () =>
    expect(brief(inserted(rows, 'new', 150_000))).toEqual([
      ['a', 0, 'One'],
      ['b', 100_000, ''],
      ['new', 150_000, ''],
      ['c', 200_000, 'Three'],
    ]))
  it('parts a track where one listens, or in its middle', () => {
    expect(brief(parted(rows, 'a', 'new', 30_000, 300_000))[1]).toEqual(['new', 30_000, ''])
    expect(brief(parted(rows, 'c', 'new', 30_000, 300_000))[3]).toEqual(['new', 250_000, ''])
  })
  it('makes one of two, and keeps the name that is known', () => {
    expect(brief(merged(rows, 'b'))).toEqual([
      ['a', 0, 'One'],
      ['b', 100_000, 'Three'],
    ])
    expect(brief(merged(rows, 'c'))).toEqual(brief(rows))
  })
})
