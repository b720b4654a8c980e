import type { AccountActor, TenantContext } from '@residency/domain/context'
import type { Planted } from '../world.ts'

type Ctx = TenantContext<AccountActor>

/** `absent`: refused as if there were nothing. `own`: answers with what is the caller's own. `kept`: refused or without effect, without saying why. */
export type Expectation = 'absent' | 'own' | 'kept'

export interface VerbAttack {
  verb: string
  expect: Expectation
  /** Runs the verb as `ctx` of tenant B with the ids of tenant A. */
  run: (ctx: Ctx, a: Planted, own: Planted) => Promise<unknown>
}

/** What one slice of the domain exports, and how each of it is walked. */
export interface SliceWalk {
  verbs: Record<string, unknown>
  /** Every verb that takes an id, a slug or a token, and every one that lists. */
  attacks: VerbAttack[]
  /**
   * Exports that take nothing of another tenant's: they act on the caller's own account or on what the caller typed, run inside a transaction that is
   * a tenant's already, or are rules without a database.
   */
  without: string[]
}

export const attack = (verb: string, expect: Expectation, run: VerbAttack['run']): VerbAttack => ({ verb, expect, run })

export const expectedVersion = 1
export const someSet = { en: 'x' }
