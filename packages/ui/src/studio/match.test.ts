import { describe, expect, it } from 'vitest'
import { matchScore, rank } from './match.ts'

describe('command search', () => {
  it('forgives case and accents', () => expect(matchScore('Bibliothèque média', 'bibliotheque MEDIA')).not.toBeNull())
  it('needs every word', () => expect(matchScore('Media library', 'media crew')).toBeNull())
  it('puts the start of a word before its middle', () =>
    expect(rank(['Unmedia', 'Media library'], 'media', (text) => text)).toEqual(['Media library', 'Unmedia']))
  it('keeps the given order while nothing is typed', () => expect(rank(['b', 'a'], ' ', (text) => text)).toEqual(['b', 'a']))
  it('takes what is typed literally', () => expect(matchScore('Price (net)', '(net')).not.toBeNull())
})
