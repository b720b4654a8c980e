import { PrismaPg } from '@prisma/adapter-pg'
import { limits } from '@residency/config'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { poolOf } from './pools.ts'

declare const locked: unique symbol

/** A client inside one transaction of role `platform`: platform tables, and what policies `TO platform` name. */
export type PlatformDb = Prisma.TransactionClient & { readonly [locked]: true }

let client: PrismaClient | undefined

/** One short transaction as role `platform`. Verbs that use it take an OperatorContext and write an operator_audit row in it. */
export function withPlatform<T>(work: (db: PlatformDb) => Promise<T>): Promise<T> {
  client ??= new PrismaClient({ adapter: new PrismaPg(poolOf('platform')) })
  return client.$transaction((tx) => work(tx as PlatformDb), { maxWait: limits.transactionMaxWaitMs, timeout: limits.transactionTimeoutMs })
}

export async function endPlatform(): Promise<void> {
  const ending = client
  client = undefined
  await ending?.$disconnect()
}
