import { randomUUID } from 'node:crypto'
import { createLogger } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import type { TenantContext } from '@residency/domain/context'
import { queueMail } from '@residency/domain/mail'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { jobContext, type RunningWorker } from '../index.ts'
import { type RedisDoor, redisDoor } from './redis-door.ts'
import { dress, emptyQueues, type PostBox, testWorker } from './test-worker.ts'

const log = createLogger('test', 'silent')
export const link = { name: 'Ana', url: '/verify?token=abc' }

/** What the tests of this package work with. Set up before and cleared after each test of the file that asks for it. */
export interface Bench {
  database: TestDatabase
  door: RedisDoor
  /** "DJ Alpha", Warehouse. */
  a: TenantRef
  /** "Beta", Nocturne. */
  b: TenantRef
  worker: RunningWorker | null
  contextOf(ref: TenantRef): Promise<TenantContext>
  mailTo(ref: TenantRef, to: string): Promise<string>
  mailRow(ref: TenantRef, id: string): Promise<{ status: string; payload: string; error: string | null; providerId: string | null }>
  outboxSize(): Promise<number>
  start(box: PostBox): PostBox
}

/** Registers the hooks of a test file and returns the bench they fill. */
export function useBench(): Bench {
  const tools: Omit<Bench, 'database' | 'door' | 'a' | 'b'> = {
    worker: null,
    contextOf: (ref) => jobContext({ tenantId: ref.tenantId, id: 'test', name: 'test' }, log),
    mailTo: async (ref, to) => {
      const ctx = await bench.contextOf(ref)
      const id = await withTenant(ref, (db) => queueMail(db, ctx, { template: 'verifyEmail', to, locale: 'es', props: link }))
      if (!id) throw new Error('the mail was held back')
      return id
    },
    mailRow: (ref, id) => withTenant(ref, (db) => db.mailSend.findFirstOrThrow({ where: { id } })),
    outboxSize: async () => (await bench.database.asOwner<{ n: number }>('select count(*)::int as n from outbox_event'))[0]?.n ?? 0,
    start: (box) => {
      bench.worker = testWorker(box)
      return box
    },
  }
  const bench = tools as Bench

  beforeAll(async () => {
    bench.database = await createTestDatabase()
    bench.door = await redisDoor(process.env.REDIS_URL ?? '')
    process.env.REDIS_URL = bench.door.url
    process.env.REDIS_PREFIX = `jobs-${randomUUID().slice(0, 8)}`
    bench.a = await bench.database.createTenant('alpha')
    bench.b = await bench.database.createTenant('beta')
    await dress(bench.a, 'warehouse', 'DJ Alpha')
    await dress(bench.b, 'nocturne', 'Beta')
  })
  afterEach(async () => {
    await bench.worker?.close()
    bench.worker = null
    bench.door.open()
    await emptyQueues()
    await bench.database.asOwner('delete from outbox_event')
  })
  afterAll(async () => {
    await bench.door.close()
    await bench.database.drop()
  })
  return bench
}
