import { logger } from '@residency/config'
import pg from 'pg'
import { connectionString } from '../pools.ts'
import type { TenantDb } from './with-tenant.ts'

/** Raises the tenant's revision in the transaction that changes what everybody sees. It is announced at commit. Returns the new number. */
export async function raiseRevision(db: TenantDb): Promise<number> {
  const rows = await db.$queryRaw<{ revision: number }[]>`select raise_tenant_revision() as revision`
  return rows[0]?.revision ?? 0
}

export interface RevisionListener {
  close(): Promise<void>
}

/**
 * Listens on a connection of its own (a pooler would lose LISTEN). `onChange` gets each announced revision;
 * `onReconnect` is called after every gap, in which announcements may have been missed: forget everything then.
 */
export function listenForRevisions(on: {
  onChange: (tenantId: string, revision: number) => void
  onReconnect: () => void
}): RevisionListener {
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let gap = false

  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ connectionString: connectionString('app'), keepAlive: true, connectionTimeoutMillis: 2_000 })
    const lost = () => {
      if (closed || client !== next) return
      client = undefined
      gap = true
      retry = setTimeout(() => void connect(), 250)
    }
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', ({ payload }) => {
      const [tenantId, revision] = (payload ?? '').split(':')
      if (tenantId && revision) on.onChange(tenantId, Number(revision))
    })
    client = next
    try {
      await next.connect()
      await next.query('listen tenant_revision')
      if (gap) on.onReconnect()
      gap = false
    } catch (error) {
      logger.warn({ err: error }, 'the revision listener could not connect; trying again')
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
