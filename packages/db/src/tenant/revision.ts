import { type Logger, logger } from '@residency/config'
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

/** So that announcements are missed for less than a second when the connection alone was cut. */
const retryMs = 250
/** A peer that is gone without a word is noticed by these, long before the system's own two hours. */
const keepAliveMs = 5_000

/**
 * Listens on a connection of its own (a pooler would lose LISTEN). `onChange` gets each announced revision;
 * `onReconnect` is called after every gap, the one before the first connection too: announcements may have been missed, forget everything then.
 * However long the database is away, one line says that it was lost and one that it is back.
 */
export function listenForRevisions(on: {
  onChange: (tenantId: string, revision: number) => void
  onReconnect: () => void
  log?: Pick<Logger, 'warn' | 'info'>
}): RevisionListener {
  const log = on.log ?? logger
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let lostAt: number | undefined

  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({
      connectionString: connectionString('app'),
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
      connectionTimeoutMillis: 2_000,
    })
    const lost = (error?: Error) => {
      if (closed || client !== next) return
      client = undefined
      if (lostAt === undefined) {
        lostAt = Date.now()
        log.warn({ err: error }, 'the announcements of changes are lost; trying to hear them again')
      }
      retry = setTimeout(() => void connect(), retryMs)
    }
    next.on('error', lost)
    next.on('end', () => lost())
    next.on('notification', ({ payload }) => {
      const [tenantId, revision] = (payload ?? '').split(':')
      if (tenantId && revision) on.onChange(tenantId, Number(revision))
    })
    client = next
    try {
      await next.connect()
      await next.query('listen tenant_revision')
      on.onReconnect()
      if (lostAt !== undefined) log.info({ awayMs: Date.now() - lostAt }, 'the announcements of changes are heard again')
      lostAt = undefined
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)))
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
