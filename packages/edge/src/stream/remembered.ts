import { LRUCache } from 'lru-cache'

interface Kept<T> {
  value: T
  at: number
}

export interface RememberOptions<T extends object> {
  /** Entries kept. */
  max: number
  /** How old an answer may be before it is asked for again. */
  freshMs: (value: T | null) => number
  /** How old it may be while nobody answers. Longer is refused. */
  staleMs: number
  now?: () => number
}

/**
 * Answers to a question that many ask at once: asked once at a time, used while fresh, and for a little longer while the database is away.
 * The key is the caller's; it begins with the tenant's id.
 */
export class Remembered<T extends object> {
  readonly #options: RememberOptions<T>
  readonly #kept: LRUCache<string, Kept<T | null>>
  readonly #asking = new Map<string, Promise<T | null>>()
  readonly #now: () => number

  constructor(options: RememberOptions<T>) {
    this.#options = options
    this.#kept = new LRUCache({ max: options.max })
    this.#now = options.now ?? (() => Date.now())
  }

  /** The answer when it is known and fresh; undefined: `get` it. */
  peek(key: string): T | null | undefined {
    const kept = this.#kept.get(key)
    return kept && this.#now() - kept.at < this.#options.freshMs(kept.value) ? kept.value : undefined
  }

  async get(key: string, ask: () => Promise<T | null>): Promise<T | null> {
    const fresh = this.peek(key)
    if (fresh !== undefined) return fresh
    const asking = this.#asking.get(key) ?? this.#ask(key, ask)
    return asking
  }

  #ask(key: string, ask: () => Promise<T | null>): Promise<T | null> {
    // The answer is as old as the question: what changed while it was on its way is not in it.
    const at = this.#now()
    const asking = ask()
      .then((value) => {
        this.#kept.set(key, { value, at })
        return value
      })
      .catch((error: unknown) => {
        const kept = this.#kept.get(key)
        if (kept && this.#now() - kept.at < this.#options.staleMs) return kept.value
        throw error
      })
      .finally(() => this.#asking.delete(key))
    this.#asking.set(key, asking)
    return asking
  }
}
