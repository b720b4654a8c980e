import { limits } from '@residency/config'
import { FairGate, GateTimeout } from '@residency/db'

/** Pages a process makes at once: rendering is one core's work, the rest of the time is waiting for the database. */
const capacity = 16
/** How long somebody waits for a page before a cheap one is better. */
const maxWaitMs = 2_500
/** A tenant's line: what stands behind it would wait too long anyway. */
const longestLine = 200

/** Shares the renderer among tenants: a noisy one waits behind itself, and its line has an end. */
export class RenderGate {
  readonly #gate: FairGate
  readonly #inside = new Map<string, number>()

  constructor(places: { capacity: number; perTenant: number } = { capacity, perTenant: limits.rendersPerTenant }) {
    this.#gate = new FairGate({ ...places, maxWaitMs })
  }

  /** Throws GateTimeout when the tenant's line is too long. */
  async run<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const inside = this.#inside.get(tenantId) ?? 0
    if (inside >= longestLine) throw new GateTimeout()
    this.#inside.set(tenantId, inside + 1)
    try {
      return await this.#gate.run(tenantId, work)
    } finally {
      const left = (this.#inside.get(tenantId) ?? 1) - 1
      if (left > 0) this.#inside.set(tenantId, left)
      else this.#inside.delete(tenantId)
    }
  }
}
