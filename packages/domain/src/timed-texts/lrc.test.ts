import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatLrc, parseLrc } from './lrc.ts'

it('reads what players write: several times a line, an offset, tags about the file', () => {
  const text = '[ar:Somebody]\r\n[offset:+500]\r\n[00:10.50][01:00]Chorus\r\n[00:02.5] Verse\r\nno time\r\n[00:20]'
  expect(parseLrc(text)).toEqual([
    { atMs: 2_000, text: 'Verse' },
    { atMs: 10_000, text: 'Chorus' },
    { atMs: 19_500, text: '' },
    { atMs: 59_500, text: 'Chorus' },
  ])
})

it('gives back what it wrote, to the millisecond', () => {
  const line = fc.record({
    atMs: fc.nat({ max: 43_000_000 }),
    text: fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => text === text.trim() && !/\p{Cc}|\[|\ufeff/u.test(text)),
  })
  const lines = fc.uniqueArray(line, { selector: ({ atMs }) => atMs, maxLength: 40 }).map((all) => all.sort((a, b) => a.atMs - b.atMs))
  fc.assert(
    fc.property(lines, (all) => {
      expect(parseLrc(formatLrc(all))).toEqual(all)
    }),
  )
})
