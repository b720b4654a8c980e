import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { poolOf } from './pools.ts'

/**
 * Role `migrator`: owns every table and bypasses row security. For seed, backup and restore, never for serving
 * (assertServingRole refuses it, and the dependency rules forbid this entry to apps, edge and domain).
 */
export type OwnerDb = Prisma.TransactionClient

let client: PrismaClient | undefined

/** One transaction as the owner. Here, and only here, rows name their tenant themselves. */
export function withOwner<T>(work: (db: OwnerDb) => Promise<T>, timeoutMs = 60_000): Promise<T> {
  client ??= new PrismaClient({ adapter: new PrismaPg(poolOf('owner')) })
  return client.$transaction(work, { maxWait: 10_000, timeout: timeoutMs })
}

/** A plain connection as the owner, for COPY and set-based statements. */
export async function withOwnerSql<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await poolOf('owner').connect()
  try {
    return await work(connection)
  } finally {
    connection.release()
  }
}

export async function endOwner(): Promise<void> {
  const ending = client
  client = undefined
  await ending?.$disconnect()
}
