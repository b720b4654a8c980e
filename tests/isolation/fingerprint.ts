import { createHash } from 'node:crypto'
import { tenantStorage } from '@residency/integrations/storage'

type AsOwner = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

/** A hash of everything a tenant has, rows and objects, looked at from outside. Two that are equal: nothing was changed. */
export async function fingerprint(asOwner: AsOwner, tenantId: string): Promise<string> {
  const hash = createHash('sha256')
  const tables = await asOwner(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  for (const { name } of tables) {
    const [row] = await asOwner(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${String(name)}" t where tenant_id = $1`,
      [tenantId],
    )
    hash.update(`${String(name)}:${String(row?.sum)}`)
  }
  const [tenant] = await asOwner('select t::text as row from tenant t where id = $1', [tenantId])
  hash.update(String(tenant?.row))
  for await (const { key, bytes } of tenantStorage(tenantId).list()) hash.update(`${key}:${bytes}`)
  return hash.digest('hex')
}
