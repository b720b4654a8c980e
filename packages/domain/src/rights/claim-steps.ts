import type { TakedownState } from '@residency/db'
import { conflict } from '../errors/index.ts'

interface Step {
  from: readonly TakedownState[]
  to: TakedownState
  /** Only before the crew has objected: what was objected to is decided by the clock or a court. */
  beforeCounter?: true
}

/**
 * From a claim to its end. Who is not in `from` stays where they are. The desk may change its mind about a claim it rejected, and about one it
 * upheld as long as nobody has objected; an objection brings the mix back when its time is over (`release`), unless the claimant goes on.
 */
export const claimSteps = {
  uphold: { from: ['reported', 'rejected'], to: 'upheld' },
  reject: { from: ['reported'], to: 'rejected' },
  counter: { from: ['upheld'], to: 'countered', beforeCounter: true },
  continue: { from: ['countered'], to: 'upheld' },
  release: { from: ['countered'], to: 'restored' },
  reconsider: { from: ['upheld'], to: 'restored', beforeCounter: true },
} as const satisfies Record<string, Step>
export type ClaimStep = keyof typeof claimSteps

interface Claim {
  state: TakedownState
  counteredAt: Date | null
}

export function canStep(claim: Claim, step: ClaimStep): boolean {
  const { from, beforeCounter }: Step = claimSteps[step]
  return from.includes(claim.state) && !(beforeCounter && claim.counteredAt)
}

/** The state a step leads to. Throws `conflict` when it can't be taken from where the claim is. */
export function stepClaim(claim: Claim, step: ClaimStep): TakedownState {
  if (!canStep(claim, step)) throw conflict('takedown.notNow')
  return claimSteps[step].to
}
