import fc from 'fast-check'
import { expect, it } from 'vitest'
import { downloadName } from './download-name.ts'

it('names a file by who made it and what it is called', () => {
  expect(downloadName('DJ Danny', 'Rewind', 'mp3')).toBe('DJ Danny - Rewind.mp3')
  expect(downloadName('Ñandú', 'Étude: no. 1/2', 'flac')).toBe('Ñandú - Étude no. 1 2.flac')
})

it('never leads out of a folder, hides its kind or grows beyond what disks take, whatever a title holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), (artist, title) => {
      const name = downloadName(artist, title, 'mp3')
      expect(name).not.toMatch(/[/\\\p{Cc}\u202e]/u)
      expect(name).not.toMatch(/^\./)
      expect(name.endsWith('.mp3')).toBe(true)
      expect([...name].length).toBeLessThanOrEqual(124)
    }),
  )
})
