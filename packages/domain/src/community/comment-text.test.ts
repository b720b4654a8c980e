import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentText, linksIn, mostCharacters } from './comment-text.ts'
import { momentSchema } from './moment.ts'

describe('a moment', () => {
  it.each([
    ['', 0],
    ['75', 75_000],
    ['4:05', 245_000],
    ['1:02:03', 3_723_000],
    ['90:00', 5_400_000],
  ])('%j is %d ms', (text, ms) => expect(momentSchema.parse(text)).toBe(ms))
  it.each(['-1', '1:2:3:4', 'soon', '99:59:59', '1:', '1.5'])('%j is none', (text) =>
    expect(momentSchema.safeParse(text).success).toBe(false),
  )
})

describe('the words of a comment', () => {
  it('lose what can’t be seen, and keep what can', () => {
    expect(commentText.parse('  a\u202eb\u0000c\r\n\n\n\nd 👩‍🎤 ')).toBe('abc\n\nd 👩‍🎤')
  })
  it.each(['', ' \n ', '\u200b', 'x'.repeat(mostCharacters + 1)])('can’t be %j', (text) =>
    expect(commentText.safeParse(text).success).toBe(false),
  )
  it('hold nothing that turns or hides the page’s own words, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const parsed = commentText.safeParse(text)
        return !parsed.success || !/[\u202a-\u202e\u2066-\u2069\u200b]|[^\P{Cc}\n]/u.test(parsed.data)
      }),
    )
  })
  it.each([
    ['what a drop at 4:05, and/or the break', 0],
    ['https://a.example and www.b.example', 2],
    ['a.example/x', 1],
  ])('%j brings %d links', (text, count) => expect(linksIn(text)).toBe(count))
})
