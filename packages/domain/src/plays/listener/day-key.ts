import { randomBytes } from 'node:crypto'
import { logger } from '@residency/config'
import { installationKey, redis, redisReady } from '@residency/integrations/redis'

const dayMs = 24 * 60 * 60_000
/** A request that arrived before midnight may be read after it. */
const graceMs = 10 * 60_000
/** A process that has just started is not connected yet. */
const patienceMs = 2_000

let today: { day: string; key: Promise<Buffer> } | undefined

/**
 * The key that tells the listeners of one day (UTC) apart: random, shared by all processes through Redis, gone when the day is over. Nobody can
 * say afterwards whose hash was whose, we neither; it is never in the database nor in a backup of it. Without Redis each process has a key
 * of its own for that day, and counts its own listeners.
 */
export function dayKey(now: Date): Promise<Buffer> {
  const day = now.toISOString().slice(0, 10)
  if (today?.day !== day) today = { day, key: sharedKey(day, now) }
  return today.key
}

async function sharedKey(day: string, now: Date): Promise<Buffer> {
  const own = randomBytes(32)
  try {
    const client = redis('limits')
    await redisReady(client, patienceMs)
    const name = installationKey('plays', 'day', day)
    const leftMs = Date.parse(`${day}T00:00:00Z`) + dayMs + graceMs - now.getTime()
    await client.set(name, own.toString('base64'), 'PX', leftMs, 'NX')
    const shared = await client.get(name)
    return shared ? Buffer.from(shared, 'base64') : own
  } catch (error) {
    logger.warn({ err: error }, 'the key of the day is not shared: each process counts its own listeners')
    return own
  }
}
