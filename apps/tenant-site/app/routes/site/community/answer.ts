import type { Problem } from '@residency/edge/routes'

/** What a form of the community comes back with. */
export interface Answer {
  problem?: Problem
  /** Which form succeeded. */
  done?: string
  /** Told apart from an earlier answer of the same kind. */
  at?: number
}
