export { announce, listen } from './announcements.ts'
export { closeRedis, createRedis, type Redis, type RedisPurpose, redis, redisAnswers, redisReady } from './connections.ts'
export { installationKey, tenantKey } from './keys.ts'
