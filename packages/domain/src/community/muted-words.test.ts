import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldFor, mutedWordsSchema } from './muted-words.ts'

describe('a muted word', () => {
  it.each([
    ['Qué CABRÓN', 'cabron'],
    ['naïve', 'NAÏVE'],
    ['buy — now!', 'Buy now'],
    ['(spam)', 'spam'],
    ['spammers everywhere', 'spam*'],
    ['СПАМ', 'спам'],
    ['ｆｕｌｌｗｉｄｔｈ', 'fullwidth'],
  ])('in “%s” is found as “%s”', (body, word) => expect(heldFor(body, ['other', word])).toBe(word))

  it.each([
    ['Scunthorpe', 'cunt'],
    ['spammers', 'spam'],
    ['now we buy', 'buy now'],
    ['', 'x'],
  ])('is not in “%s” when it is “%s”', (body, word) => expect(heldFor(body, [word])).toBeNull())

  it('is found wherever it stands among other words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'set', 'of', 'LOVE', '!', '–')),
        fc.array(fc.constantFrom('b', 'night', '.')),
        (before, after) => {
          expect(heldFor([...before, 'Éclat', ...after].join(' '), ['eclat'])).toBe('eclat')
        },
      ),
    )
  })
})

describe('the list', () => {
  const read = (words: string) => mutedWordsSchema.parse({ words }).words
  it('is a word or phrase a line, each once however it is written', () => {
    expect(read(' Spam \n\nspäm\nbuy   now\n!!!\nspam*')).toEqual(['späm', 'buy now', 'spam*'])
    expect(read('')).toEqual([])
  })
  it('has its measure', () => {
    expect(() => read(Array.from({ length: 201 }, (_, at) => `word${at}`).join('\n'))).toThrow()
    expect(() => read('x'.repeat(61))).toThrow()
  })
})
