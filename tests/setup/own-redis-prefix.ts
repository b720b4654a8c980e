import { randomUUID } from 'node:crypto'

// Test files share a Redis and run side by side: each has keys of its own. Read before anything loads the environment.
process.env.REDIS_PREFIX = `test-${randomUUID().slice(0, 8)}`
