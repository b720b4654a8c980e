import pg from 'pg'
import { connectionString, poolOf } from './pools.ts'

/** A row of the outbox: a job to enqueue. */
export interface OutboxRow {
  tenantId: string
  id: string
  job: string
  payload: unknown
  createdAt: Date
}

/**
 * Takes the oldest rows of each tenant, `perTenant` at most, `most` in all, gives them to `enqueue`, and deletes those it returns the ids of.
 * One transaction: rows are locked with SKIP LOCKED, so several relays share the work, and a relay that dies loses nothing.
 * `skip` names tenants that have enough in flight already.
 */
export async function relayOutbox(
  options: { most: number; perTenant: number; skip?: readonly string[] },
  enqueue: (rows: OutboxRow[]) => Promise<readonly string[]>,
): Promise<number> {
  const client = await poolOf('relay').connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const { rows } = await client.query<OutboxRow>({
      name: 'outbox_claim',
      text: `with ranked as (
               select tenant_id, id, row_number() over (partition by tenant_id order by created_at, id) as place
               from outbox_event where tenant_id <> all ($3::uuid[])
             )
             select o.tenant_id as "tenantId", o.id, o.job, o.payload, o.created_at as "createdAt"
             from outbox_event o join ranked r using (tenant_id, id)
             where r.place <= $2 order by r.place, o.created_at limit $1
             for update of o skip locked`,
      values: [options.most, options.perTenant, options.skip ?? []],
    })
    const done = rows.length === 0 ? [] : await enqueue(rows)
    if (done.length > 0)
      await client.query({ name: 'outbox_delete', text: 'delete from outbox_event where id = any ($1::uuid[])', values: [done] })
    await client.query('commit')
    return done.length
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Ids of the tenants that are served, for jobs that run for each. */
export async function listTenantIds(after: string | null, most: number): Promise<string[]> {
  const { rows } = await poolOf('relay').query<{ id: string }>({
    name: 'tenant_ids',
    text: `select id from tenant where status <> 'closed' and ($1::uuid is null or id > $1) order by id limit $2`,
    values: [after, most],
  })
  return rows.map((row) => row.id)
}

/** Calls `onRows` whenever outbox rows were committed, and once after each reconnect. Polling stays the net. */
export function listenForOutbox(onRows: () => void): { close(): Promise<void> } {
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ connectionString: connectionString('relay'), keepAlive: true, connectionTimeoutMillis: 2_000 })
    const lost = () => {
      if (closed || client !== next) return
      client = undefined
      retry = setTimeout(() => void connect(), 250)
    }
    client = next
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', onRows)
    try {
      await next.connect()
      await next.query('listen outbox')
      onRows()
    } catch {
      lost()
      await next.end().catch(() => undefined)
    }
  }
  void connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
