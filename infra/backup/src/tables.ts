import type { PoolClient } from 'pg'

export interface TableInfo {
  name: string
  /** Has a tenant_id: belongs to tenants, row by row. */
  isTenantTable: boolean
  columns: string[]
}

/** Every table of the product in an order in which rows can be written: what is referred to comes first. */
export async function tablesInOrder(client: PoolClient): Promise<TableInfo[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '_prisma_migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname`,
  )
  const { rows: edges } = await client.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  )
  const left = new Map(rows.map((row) => [row.name, row.columns]))
  const ordered: TableInfo[] = []
  while (left.size > 0) {
    const ready = [...left.keys()].filter((name) => !edges.some((edge) => edge.child === name && left.has(edge.parent))).sort()
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const name of ready) {
      const columns = left.get(name) ?? []
      ordered.push({ name, columns, isTenantTable: columns.includes('tenant_id') && !['host', 'operator_audit'].includes(name) })
      left.delete(name)
    }
  }
  return ordered
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ')
