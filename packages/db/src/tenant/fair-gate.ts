/**
 * Shares a fixed number of places among tenants. Each tenant waits in its own line; lines are served in turn,
 * and no tenant holds more than `perTenant` places: a noisy tenant waits behind itself.
 */
export class FairGate {
  readonly #capacity: number
  readonly #perTenant: number
  readonly #maxWaitMs: number
  readonly #active = new Map<string, number>()
  readonly #lines = new Map<string, (() => void)[]>()
  #taken = 0

  constructor(options: { capacity: number; perTenant: number; maxWaitMs: number }) {
    this.#capacity = options.capacity
    this.#perTenant = options.perTenant
    this.#maxWaitMs = options.maxWaitMs
  }

  get waiting(): number {
    let count = 0
    for (const line of this.#lines.values()) count += line.length
    return count
  }

  /** Runs `work` once a place is free. Throws GateTimeout after `maxWaitMs` in line. */
  async run<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    if (this.#taken >= this.#capacity || (this.#active.get(tenantId) ?? 0) >= this.#perTenant) await this.#wait(tenantId)
    else this.#take(tenantId)
    try {
      return await work()
    } finally {
      this.#release(tenantId)
    }
  }

  #take(tenantId: string): void {
    this.#taken += 1
    this.#active.set(tenantId, (this.#active.get(tenantId) ?? 0) + 1)
  }

  #release(tenantId: string): void {
    this.#taken -= 1
    const left = (this.#active.get(tenantId) ?? 1) - 1
    if (left > 0) this.#active.set(tenantId, left)
    else this.#active.delete(tenantId)
    this.#serve()
  }

  #wait(tenantId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const line = this.#lines.get(tenantId) ?? []
      this.#lines.set(tenantId, line)
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        const index = line.indexOf(enter)
        if (index >= 0) line.splice(index, 1)
        if (line.length === 0) this.#lines.delete(tenantId)
        reject(new GateTimeout())
      }, this.#maxWaitMs)
      line.push(enter)
    })
  }

  /** Lets the next in: a Map keeps the order of insertion, so a served line goes to the end. */
  #serve(): void {
    for (const [tenantId, line] of [...this.#lines]) {
      if (this.#taken >= this.#capacity) return
      if ((this.#active.get(tenantId) ?? 0) >= this.#perTenant) continue
      const enter = line.shift()
      this.#lines.delete(tenantId)
      if (line.length > 0) this.#lines.set(tenantId, line)
      if (!enter) continue
      this.#take(tenantId)
      enter()
    }
  }
}

export class GateTimeout extends Error {
  constructor() {
    super('Too much of this tenant waits for the database')
    this.name = 'GateTimeout'
  }
}
