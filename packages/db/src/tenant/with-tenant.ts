import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { limits } from '@residency/config'
import { type Prisma, PrismaClient } from '../generated/client.ts'
import { poolOf } from '../pools.ts'
import { gate } from './gate.ts'
import type { TenantRef } from './tenant-ref.ts'

declare const locked: unique symbol

/** The composite key of a row, as Prisma names it. */
export interface RowKey {
  tenantId_id: { tenantId: string; id: string }
}

/** A client inside one transaction of one tenant. Row security sees that tenant's rows and no other. */
export type TenantDb = Prisma.TransactionClient & {
  readonly tenantId: string
  /** `where` of a row by its id: `db.mix.update({ where: db.key(id), … })`. */
  key(id: string): RowKey
  /** Runs `work` in a savepoint, so that a conflict that is expected leaves the transaction alive. */
  savepoint<T>(work: () => Promise<T>): Promise<T>
  readonly [locked]: true
}

/** Prepared statements are named by their text, so that each connection plans a query once. */
const statementName = (query: { sql: string }): string => createHash('sha1').update(query.sql).digest('base64url')

let client: PrismaClient | undefined
const prisma = (): PrismaClient => {
  client ??= new PrismaClient({ adapter: new PrismaPg(poolOf('app'), { statementNameGenerator: statementName }) })
  return client
}

export async function endPrisma(): Promise<void> {
  const ending = client
  client = undefined
  await ending?.$disconnect()
}

let savepoints = 0

/**
 * One short transaction as the tenant. The setting is local to it, so a pooled connection goes back without a tenant.
 * Throws what `work` throws, after rolling back; GateTimeout when the tenant's own line is too long.
 */
export function withTenant<T>(ref: TenantRef, work: (db: TenantDb) => Promise<T>): Promise<T> {
  return gate.run(ref.tenantId, () =>
    prisma().$transaction(
      async (tx) => {
        await tx.$queryRaw`select set_config('app.tenant_id', ${ref.tenantId}, true)`
        return work(tenantDb(tx, ref.tenantId))
      },
      { maxWait: limits.transactionMaxWaitMs, timeout: limits.transactionTimeoutMs },
    ),
  )
}

function tenantDb(tx: Prisma.TransactionClient, tenantId: string): TenantDb {
  const additions = {
    tenantId,
    key: (id: string): RowKey => ({ tenantId_id: { tenantId, id } }),
    savepoint: async <T>(work: () => Promise<T>): Promise<T> => {
      savepoints += 1
      const name = `s${savepoints}`
      await tx.$executeRawUnsafe(`savepoint ${name}`)
      try {
        const result = await work()
        await tx.$executeRawUnsafe(`release savepoint ${name}`)
        return result
      } catch (error) {
        await tx.$executeRawUnsafe(`rollback to savepoint ${name}`)
        throw error
      }
    },
  }
  return new Proxy(tx, {
    get: (target, property) => (property in additions ? Reflect.get(additions, property) : Reflect.get(target, property)),
  }) as TenantDb
}
