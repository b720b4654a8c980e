import { describe, expect, it } from 'vitest'
import { clockOf, typedMs } from './time.ts'

describe('times as people type them', () => {
  it('are read with or without hours and parts of a second', () => {
    expect(['83', '1:23', '01:02:03', '1:02:03.5', '0:00,25', '90:00'].map(typedMs)).toEqual([
      83_000, 83_000, 3_723_000, 3_723_500, 250, 5_400_000,
    ])
  })
  it('are refused when no clock shows them', () => {
    expect(['', 'x', '1:60', '1:61:00', '1:2:3:4', '-1', '1:'].map(typedMs)).toEqual(Array(7).fill(null))
  })
  it('come back as they were written', () => {
    for (const ms of [0, 999, 61_000, 3_600_000, 3_723_450]) expect(typedMs(clockOf(ms))).toBe(ms)
  })
})
