import { limits, logger } from '@residency/config'
import { type AppError, tooMany } from '@residency/domain/errors'
import { installationKey, redis, tenantKey } from '@residency/integrations/redis'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

/** What is counted in Redis. Sign-in tries are counted in Postgres (domain/identity): they must survive a Redis that forgets. */
const rules = {
  /** Requests to /api, by address or by account. */
  api: { points: limits.apiPerMinute, seconds: 60 },
  /** Forms sent without being signed in, by address. A club's five hundred answer the consent bar behind one address; a flood is more. */
  form: { points: 600, seconds: 60 },
  /** Forms sent to the platform's console, by address: few people sign in there, and every password costs a hash. */
  console: { points: 20, seconds: 60 },
} as const satisfies Record<string, { points: number; seconds: number }>

export type LimitName = keyof typeof rules

export interface LimitState {
  limit: number
  remaining: number
  resetMs: number
}

/**
 * Counters that processes share. Without Redis each process counts in its memory and allows its part of the whole,
 * so that a dead Redis loosens nothing.
 */
export class RateLimits {
  readonly #limiters: Record<LimitName, RateLimiterAbstract>

  constructor(options: { processes: number; client?: ReturnType<typeof redis> }) {
    const client = options.client ?? redis('limits')
    const limiter = (name: LimitName): RateLimiterAbstract => {
      const { points, seconds } = rules[name]
      const share = Math.max(1, Math.floor(points / options.processes))
      const insuranceLimiter = new RateLimiterMemory({ points: share, duration: seconds, keyPrefix: name })
      return new RateLimiterRedis({
        storeClient: client,
        points,
        duration: seconds,
        keyPrefix: '',
        // A key above its limit is refused from memory: a flood costs Redis nothing more.
        inMemoryBlockOnConsumed: points + 1,
        rejectIfRedisNotReady: true,
        insuranceLimiter,
      })
    }
    this.#limiters = { api: limiter('api'), form: limiter('form'), console: limiter('console') }
  }

  /** Takes one of what `who` may do for this tenant. Throws `too_many` when none is left. */
  async take(name: Exclude<LimitName, 'console'>, tenantId: string, who: string): Promise<LimitState> {
    return this.#consume(name, tenantKey(tenantId, 'limit', name, who))
  }

  /** The same on the platform's own host, which is no tenant's. */
  async takeOnPlatform(who: string): Promise<LimitState> {
    return this.#consume('console', installationKey('limit', 'console', who))
  }

  async #consume(name: LimitName, key: string): Promise<LimitState> {
    const { points } = rules[name]
    try {
      const state = await this.#limiters[name].consume(key)
      return { limit: points, remaining: state.remainingPoints, resetMs: state.msBeforeNext }
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw refusal(refused)
      logger.error({ err: refused, limit: name }, 'a limit could not be counted')
      throw tooMany(1_000)
    }
  }
}

const refusal = (state: RateLimiterRes): AppError => tooMany(Math.max(1_000, state.msBeforeNext))

/** What stands for an anonymous caller: an IPv4 address, or the /64 that one household has of IPv6. */
export function countingAddress(address: string): string {
  if (!address.includes(':')) return address
  const [head = ''] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  return `${groups.slice(0, 4).join(':')}::/64`
}
