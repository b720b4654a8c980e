import { limits } from '@residency/config'
import { FairGate } from './fair-gate.ts'

/** One gate before the pool of role `app`, for Prisma and plain statements alike. */
export const gate = new FairGate({
  capacity: limits.poolSize,
  perTenant: limits.transactionsPerTenant,
  maxWaitMs: limits.transactionMaxWaitMs,
})
