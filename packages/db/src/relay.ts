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

export interface RelayOptions {
  /** Rows in all, and the most tenants looked at. */
  most: number
  perTenant: number
  /** Tenants that have enough in flight already. */
  skip?: readonly string[]
  /** Jobs of these names stay where they are for these tenants: they have enough of that kind in flight. Their other jobs are taken. */
  hold?: { jobs: readonly string[]; tenantIds: readonly string[] }
  /** The tenant at which the last call ended: this one begins behind it and comes round, so that no tenant is always the first. */
  after?: string | null
}

// Hops along the primary key from tenant to tenant: its cost is that of the tenants that wait, however many rows one of them has.
const claim = `with recursive waiting as (
    (select tenant_id from outbox_event where $4::uuid is null or tenant_id > $4 order by tenant_id limit 1)
    union all
    select (select e.tenant_id from outbox_event e where e.tenant_id > w.tenant_id order by e.tenant_id limit 1)
    from waiting w where w.tenant_id is not null
  ),
  chosen as (select tenant_id from waiting where tenant_id is not null and tenant_id <> all ($3::uuid[]) limit $1)
  select o.tenant_id as "tenantId", o.id, o.job, o.payload, o.created_at as "createdAt"
  from chosen c cross join lateral (
    select taken.*, row_number() over (order by taken.id) as place
    from (select * from outbox_event e where e.tenant_id = c.tenant_id and not (e.job = any ($5::text[]) and e.tenant_id = any ($6::uuid[])) order by e.id limit $2 for update skip locked) taken
  ) o
  order by o.place, o.id limit $1`

/**
 * Takes the oldest rows of each tenant, `perTenant` at most, `most` in all, in turn, gives them to `enqueue`, and deletes those it returns the ids of.
 * One transaction: rows are locked with SKIP LOCKED, so several relays share the work, and a relay that dies loses nothing.
 */
export async function relayOutbox(options: RelayOptions, enqueue: (rows: OutboxRow[]) => Promise<readonly string[]>): Promise<number> {
  const { most, perTenant, skip = [], hold = { jobs: [], tenantIds: [] }, after = null } = options
  const client = await poolOf('relay').connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const values = (from: string | null) => [most, perTenant, skip, from, hold.jobs, hold.tenantIds]
    let { rows } = await client.query<OutboxRow>({ name: 'outbox_claim', text: claim, values: values(after) })
    if (rows.length === 0 && after) ({ rows } = await client.query<OutboxRow>({ name: 'outbox_claim', text: claim, values: values(null) }))
    const done = new Set(rows.length === 0 ? [] : await enqueue(rows))
    const gone = rows.filter(({ id }) => done.has(id))
    if (gone.length > 0) {
      await client.query({
        name: 'outbox_delete',
        text: 'delete from outbox_event o using unnest($1::uuid[], $2::uuid[]) as d (tenant_id, id) where o.tenant_id = d.tenant_id and o.id = d.id',
        values: [gone.map(({ tenantId }) => tenantId), gone.map(({ id }) => id)],
      })
    }
    await client.query('commit')
    return gone.length
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

/**
 * Keeps the months of single plays: makes those that come, `ahead` of them, and drops those that ended before `kept` months ago.
 * Returns how many partitions were made and dropped.
 */
export async function keepPlayPartitions({ ahead, kept }: { ahead: number; kept: number }): Promise<{ made: number; dropped: number }> {
  const { rows } = await poolOf('relay').query<{ made: number; dropped: number }>({
    name: 'play_partitions',
    text: `select make_play_partitions((now() - interval '1 month')::date, (now() + $1 * interval '1 month')::date) as made,
      drop_play_partitions((now() - $2 * interval '1 month')::date) as dropped`,
    values: [ahead, kept],
  })
  return rows[0] ?? { made: 0, dropped: 0 }
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

/** Tenants that have a scheduled mix whose time has come. */
export async function listTenantsWithDueMixes(): Promise<string[]> {
  const { rows } = await poolOf('relay').query<{ tenantId: string }>({
    name: 'tenants_with_due_mixes',
    text: 'select tenant_id as "tenantId" from tenants_with_due_mixes()',
  })
  return rows.map(({ tenantId }) => tenantId)
}

/** A letter to an operator that is to be sent now. */
export interface DueOperatorMail {
  id: string
  template: string
  recipient: string
  locale: string
  /** Encrypted. */
  payload: string
  /** This one counted. */
  tries: number
}

/**
 * Takes letters to operators that are due, and puts their next try off (15 s, 30 s, 1 min …): a process that dies with one leaves it to be tried
 * again, and of several processes one has it.
 */
export async function claimOperatorMails(most: number): Promise<DueOperatorMail[]> {
  const { rows } = await poolOf('relay').query<DueOperatorMail>({
    name: 'operator_mails_claim',
    text: `update operator_mail m set tries = tries + 1, due_at = now() + make_interval(secs => 15 * 2 ^ m.tries)
      where m.id in (select id from operator_mail where sent_at is null and failed_at is null and due_at <= now() order by due_at limit $1 for update skip locked)
      returning m.id, m.template, m.recipient::text, m.locale, m.payload, m.tries`,
    values: [most],
  })
  return rows
}

/** Says what became of a letter to an operator. What is sent or given up loses its words. */
export async function settleOperatorMail(id: string, outcome: { error: string | null; isLast: boolean }): Promise<void> {
  const { error, isLast } = outcome
  await poolOf('relay').query({
    name: 'operator_mail_settle',
    text: `update operator_mail set error = $2, sent_at = case when $2::text is null then now() end, failed_at = case when $2::text is not null and $3 then now() end,
      payload = case when $2::text is null or $3 then '' else payload end where id = $1`,
    values: [id, error?.slice(0, 500) ?? null, isLast],
  })
}
