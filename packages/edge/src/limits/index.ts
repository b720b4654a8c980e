export { countingAddress, type LimitName, type LimitState, RateLimits } from './rate-limits.ts'
