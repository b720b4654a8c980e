import { describe, expect, it } from 'vitest'
import { keyName } from './keys.ts'

const press = (key: string, more: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('keys', () => {
  it('leaves every combination to the browser', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      for (const key of ['k', 'n', 'p', ' ', 'm']) expect(keyName(press(key, more), true)).toBeNull()
  })
  it('takes the space bar only where nothing else has the focus', () => {
    expect(keyName(press(' '), true)).toBe('toggle')
    expect(keyName(press(' '), false)).toBeNull()
  })
  it('goes by track, and with shift by mix', () => {
    expect(keyName(press('n'), false)).toBe('nextTrack')
    expect(keyName(press('N', { shiftKey: true }), false)).toBe('nextMix')
    expect(keyName(press('ArrowUp', { shiftKey: true }), false)).toBe('louder')
    expect(keyName(press('ArrowUp'), false)).toBeNull()
  })
})
