import { describe, expect, it } from 'vitest'
import { barsOf, barsPath, readPeaks } from './peaks.ts'

describe('the waveform', () => {
  it('has as many bars as fit, whatever the width, none of them outside', () => {
    const peaks = Uint8Array.from({ length: 1800 }, (_, index) => index % 256)
    for (const count of [1, 80, 107, 480, 1800, 4000]) {
      const bars = barsOf(peaks, count)
      expect(bars.length).toBe(count)
      expect(bars.every((height) => height >= 0 && height <= 1)).toBe(true)
    }
    expect(barsOf(peaks, 0)).toEqual([])
    expect(barsOf(new Uint8Array(), 10)).toEqual([])
  })
  it('keeps the loudest moment however few bars there are', () => {
    const peaks = new Uint8Array(1000).fill(20)
    peaks[501] = 255
    const bars = barsOf(peaks, 10)
    expect(bars.indexOf(Math.max(...bars))).toBe(5)
  })
  it('draws silence as a line, and reads what is no base64 as nothing', () => {
    expect(barsPath(barsOf(new Uint8Array(50), 5), 3, 2, false)).not.toMatch(/NaN|-\d+v/)
    expect(readPeaks('%%%')).toBeNull()
    expect(readPeaks(null)).toBeNull()
    expect(readPeaks(btoa('\u0000\u00ff'))).toEqual(Uint8Array.from([0, 255]))
  })
})
