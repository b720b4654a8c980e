import type { PoolClient } from 'pg'

export interface TableInfo {
  name: string
  /** Has a tenant_id: belongs to tenants, row by row. */
  isTenantTable: boolean
  columns: string[]
  /** Its rows lie in partitions by `started_at`, one a month, which must be there first. */
  isPartitioned: boolean
}

/**
 * Every table of the product in an order in which rows can be written: what is referred to comes first. References that may be deferred don't
 * count: whoever writes defers them.
 */
export async function tablesInOrder(client: PoolClient): Promise<TableInfo[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; isPartitioned: boolean }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns, c.relkind = 'p' as "isPartitioned"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '_prisma_migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname, c.relkind`,
  )
  const { rows: edges } = await client.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid and not condeferrable`,
  )
  const left = new Map(rows.map((row) => [row.name, row]))
  const ordered: TableInfo[] = []
  while (left.size > 0) {
    const ready = [...left.keys()].filter((name) => !edges.some((edge) => edge.child === name && left.has(edge.parent))).sort()
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const name of ready) {
      const { columns, isPartitioned } = left.get(name) ?? { columns: [] as string[], isPartitioned: false }
      ordered.push({
        name,
        columns,
        isPartitioned,
        isTenantTable: columns.includes('tenant_id') && !['host', 'operator_audit'].includes(name),
      })
      left.delete(name)
    }
  }
  return ordered
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ')
