import type { TakedownState } from '@residency/db'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessDaysLater } from './business-days.ts'
import { type ClaimStep, canStep, claimSteps, stepClaim } from './claim-steps.ts'

const steps = Object.keys(claimSteps) as ClaimStep[]
const states: TakedownState[] = ['reported', 'upheld', 'rejected', 'countered', 'restored']

describe('a claim', () => {
  it('can be taken exactly these steps', () => {
    const from = (state: TakedownState, counteredAt: Date | null) => steps.filter((step) => canStep({ state, counteredAt }, step))
    expect(Object.fromEntries(states.map((state) => [state, from(state, null)]))).toEqual({
      reported: ['uphold', 'reject'],
      upheld: ['counter', 'reconsider'],
      rejected: ['uphold'],
      countered: ['continue', 'release'],
      restored: [],
    })
    // After a counter-notice the crew's own word no longer brings the mix back.
    expect(from('upheld', new Date())).toEqual([])
  })

  it('ends: no walk goes on for ever, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (tried) => {
        let claim: { state: TakedownState; counteredAt: Date | null } = { state: 'reported', counteredAt: null }
        let taken = 0
        for (const step of tried) {
          if (!canStep(claim, step)) {
            expect(() => stepClaim(claim, step)).toThrow()
            continue
          }
          claim = { state: stepClaim(claim, step), counteredAt: step === 'counter' ? new Date() : claim.counteredAt }
          taken += 1
        }
        return taken <= 5
      }),
    )
  })
})

describe('ten working days', () => {
  it.each([
    ['a Monday', '2026-11-02T12:00:00Z', '2026-11-16T12:00:00Z'],
    ['a Friday', '2026-11-06T12:00:00Z', '2026-11-20T12:00:00Z'],
    ['a Sunday', '2026-11-08T12:00:00Z', '2026-11-20T12:00:00Z'],
    // The clocks in London go back on 25 October: the same time of day there.
    ['before the clocks change', '2026-10-20T11:00:00Z', '2026-11-03T12:00:00Z'],
  ])('from %s', (_name, from, to) => expect(businessDaysLater(new Date(from), 10, 'Europe/London')).toEqual(new Date(to)))

  it('are never fewer than twelve nor more than fourteen days of the calendar', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }), (from) => {
        const days = (businessDaysLater(from, 10, 'America/New_York').getTime() - from.getTime()) / 86_400_000
        return days > 11.9 && days < 14.1
      }),
    )
  })
})
