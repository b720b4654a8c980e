import type { PoolClient, QueryResultRow } from 'pg'
import { poolOf } from '../pools.ts'
import { gate } from './gate.ts'
import type { TenantRef } from './tenant-ref.ts'

declare const locked: unique symbol

/** Plain statements inside one transaction of one tenant. */
export interface TenantSql {
  readonly tenantId: string
  /** Runs a prepared statement. `name` is unique to its text. */
  query<R extends QueryResultRow>(name: string, text: string, values?: readonly unknown[]): Promise<R[]>
  readonly [locked]: true
}

/** The hot paths' way in: the same lock as withTenant, read only, BEGIN and the setting in one message. */
export function readTenant<T>(ref: TenantRef, work: (sql: TenantSql) => Promise<T>): Promise<T> {
  return transact(ref, 'begin read only', work)
}

/** The same for hot writes (counters, beats). */
export function writeTenant<T>(ref: TenantRef, work: (sql: TenantSql) => Promise<T>): Promise<T> {
  return transact(ref, 'begin', work)
}

function transact<T>(ref: TenantRef, begin: string, work: (sql: TenantSql) => Promise<T>): Promise<T> {
  return gate.run(ref.tenantId, async () => {
    const client = await poolOf('app').connect()
    let broken: Error | undefined
    try {
      // The id is a UUID by construction (tenantRef), so it can stand in the text. SET LOCAL needs no plan and answers no row: a page's five
      // queries are a tenth quicker than after `select set_config(…, true)`, which says the same.
      await client.query(`${begin}; set local app.tenant_id = '${ref.tenantId}'`)
      const result = await work(tenantSql(client, ref.tenantId))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  })
}

function tenantSql(client: PoolClient, tenantId: string): TenantSql {
  const query = async <R extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<R[]> =>
    (await client.query<R>({ name, text, values: [...values] })).rows
  return { tenantId, query } as TenantSql
}
