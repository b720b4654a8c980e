import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'
import { periodOf, stepsOf } from './period.ts'
import { heardBySecond } from './retention.ts'

const now = new Date('2026-11-21T23:30:00Z')

describe('a period', () => {
  it('is the last four weeks of the tenant’s own days when nothing is asked', () => {
    expect(periodOf({}, 'Europe/London', now)).toMatchObject({ from: '2026-10-25', to: '2026-11-21', days: 28, unit: 'day' })
    expect(periodOf({}, 'Asia/Tokyo', now)).toMatchObject({ from: '2026-10-26', to: '2026-11-22' })
  })

  it('begins and ends at the zone’s midnight, also where the clocks are changed, and goes on where the one before ends', () => {
    const week = periodOf({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/London', now)
    expect([week.starts.toISOString(), week.ends.toISOString()]).toEqual(['2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'])
    expect(week).toMatchObject({ days: 1, unit: 'hour' })
    expect(stepsOf(week)).toHaveLength(24)
    const before = periodOf({ from: '2026-10-24', to: '2026-10-24' }, 'Europe/London', now)
    expect(week.startsBefore).toEqual(before.starts)
  })

  it('is turned when asked for the wrong way round, and never longer than 400 days', () => {
    expect(periodOf({ from: '2026-11-10', to: '2026-11-01' }, 'UTC', now)).toMatchObject({ from: '2026-11-01', to: '2026-11-10', days: 10 })
    expect(periodOf({ from: '1990-01-01', to: '2026-11-01' }, 'UTC', now)).toMatchObject({ to: '2026-11-01', days: 400 })
  })
})

describe('retention', () => {
  it('is for each second the number of plays that heard it', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 50 })), { maxLength: 12 })
    fc.assert(
      fc.property(ranges, fc.integer({ min: 1, max: 120 }), (given, seconds) => {
        const steps = new Map<number, number>()
        for (const [from, length] of given) {
          steps.set(from, (steps.get(from) ?? 0) + 1)
          steps.set(from + length, (steps.get(from + length) ?? 0) - 1)
        }
        const edges = [...steps].map(([second, step]) => ({ second, step }))
        const wanted = Array.from({ length: seconds }, (_, at) => given.filter(([from, length]) => from <= at && at < from + length).length)
        expect(heardBySecond(edges, seconds)).toEqual(wanted)
      }),
    )
  })
})

describe('CSV', () => {
  it('runs nothing in a spreadsheet', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1']) expect(toCsv([[text]])).toMatch(/^\uFEFF"?'/)
    expect(toCsv([[-1, 'fine']])).toBe('\uFEFF-1,fine\r\n')
  })

  it('is read back as it was', () => {
    const read = (text: string): string[] =>
      [...text.slice(1, -2).matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      )
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (row) => {
        const back = read(toCsv([row])).slice(0, row.length)
        expect(back.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))
      }),
    )
  })
})
