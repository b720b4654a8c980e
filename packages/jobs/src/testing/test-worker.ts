import { defaultBrand, type PresetName } from '@residency/brand'
import { createLogger } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import type { MailSender, OutgoingMail } from '@residency/integrations/mail'
import { closeRedis, createRedis } from '@residency/integrations/redis'
import { queuePrefix } from '../queues/queues.ts'
import { type RunningWorker, startWorker } from '../worker/start-worker.ts'

export interface PostBox {
  sender: MailSender
  /** What was handed over, in order; the same key once, as the provider does. */
  sent: OutgoingMail[]
  /** Every time somebody knocked. */
  tries: OutgoingMail[]
}

/** A provider in memory. `before` may wait or refuse. */
export function postBox(before: (mail: OutgoingMail, tries: number) => Promise<void> = async () => undefined): PostBox {
  const box: PostBox = { sent: [], tries: [], sender: { send, close: () => undefined } }
  async function send(mail: OutgoingMail): Promise<{ providerId: string }> {
    box.tries.push(mail)
    await before(mail, box.tries.filter((each) => each.idempotencyKey === mail.idempotencyKey).length)
    if (!box.sent.some((each) => each.idempotencyKey === mail.idempotencyKey)) box.sent.push(mail)
    return { providerId: `provider-${mail.idempotencyKey}` }
  }
  return box
}

/** A worker of this process, without its sweeps and without a word. */
export const testWorker = (box: PostBox): RunningWorker =>
  startWorker({ tools: { sender: box.sender }, log: createLogger('test', 'silent'), sweeps: false })

/** Gives a tenant the look that its mails need. */
export async function dress(ref: TenantRef, preset: PresetName = 'warehouse', name = 'DJ Danny'): Promise<void> {
  await withTenant(ref, (db) => db.brand.create({ data: { published: defaultBrand(preset, name) } }))
}

/** Empties what this prefix has in Redis. */
export async function emptyQueues(): Promise<void> {
  const client = createRedis('worker')
  for await (const keys of client.scanStream({ match: `${queuePrefix()}*` })) if (keys.length > 0) await client.unlink(...keys)
  client.disconnect()
  closeRedis()
}
