/** What lock 1 asks of the database, read from its catalogue. Used by the tests here and by the probe that drops a lock to see it found. */

/** Tables that belong to no tenant. Everything else is a tenant table, without exception. */
export const platformTables = [
  '_prisma_migrations',
  'host',
  'operator',
  'operator_audit',
  'operator_mail',
  'operator_recovery_code',
  'operator_session',
  'tenant',
]

/** Platform tables that role `app` may read, and only its own tenant's rows of. */
const platformTablesReadByApp = ['host', 'tenant']

/** Functions that run as their owner. Each is read line by line in review; the list grows by a decision record. */
export const allowedDefiners = [
  'drop_play_partitions',
  'host_changed',
  'make_play_partitions',
  'raise_tenant_revision',
  'resolve_host',
  'tenants_with_due_mixes',
  'tenants_with_strikes',
]

/** Grants that roles other than `app` have on tenant tables: the relay moves the outbox. */
const allowedGrants = ['outbox_event relay DELETE', 'outbox_event relay SELECT', 'outbox_event relay UPDATE']

/** Policies on tenant tables beside `tenant_lock`. */
const allowedPolicies = ['outbox_event relay_moves {relay}']

type Query = (text: string) => Promise<Record<string, unknown>[]>

const sqlList = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')
/** Partitions are reached through their parent, whose locks hold; what is asked of them is that nobody can reach them by themselves. */
const tenantTable = `c.relkind in ('r', 'p') and not c.relispartition and n.nspname = 'public' and c.relname not in (${sqlList(platformTables)})`
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace`

/** One line for each thing that is not as it has to be; empty when all locks hold. */
export async function lockFindings(query: Query): Promise<string[]> {
  const checks: Promise<string[]>[] = [
    lines(
      query,
      'row security is not enabled and forced',
      `select c.relname as what from ${tables} where ${tenantTable} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    ),
    lines(
      query,
      'tenant_id is not a uuid, not null, with current_tenant() as its default',
      `select c.relname as what from ${tables} left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
         left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where ${tenantTable} and not coalesce(a.atttypid = 'uuid'::regtype and a.attnotnull and pg_get_expr(d.adbin, d.adrelid) = 'current_tenant()', false)`,
    ),
    lines(
      query,
      'the policy tenant_lock is missing or says something else',
      `select c.relname as what from ${tables} left join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant_lock'
       where ${tenantTable} and not coalesce(p.polcmd = '*' and p.polpermissive and p.polroles = array['app'::regrole::oid]
         and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = ( SELECT current_tenant() AS current_tenant))'
         and pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant_id = ( SELECT current_tenant() AS current_tenant))', false)`,
    ),
    lines(
      query,
      'a policy beside tenant_lock',
      `select what from (select c.relname || ' ' || p.polname || ' ' || (select array_agg(r.rolname)::text from pg_roles r where r.oid = any (p.polroles)) as what
         from ${tables} join pg_policy p on p.polrelid = c.oid where ${tenantTable} and p.polname <> 'tenant_lock') s where what not in (${sqlList(allowedPolicies)})`,
    ),
    lines(
      query,
      'a partition with a grant, or without row security',
      `select c.relname as what from ${tables} where c.relispartition and c.relkind in ('r', 'p') and n.nspname = 'public' and not (c.relrowsecurity
         and c.relforcerowsecurity and not exists (select from aclexplode(c.relacl) x where x.grantee <> c.relowner))`,
    ),
    lines(
      query,
      'the primary key of a partitioned table is not led by (tenant_id, id) and its time',
      `select c.relname as what from ${tables} left join pg_index i on i.indrelid = c.oid and i.indisprimary
       where ${tenantTable} and c.relkind = 'p' and coalesce((select array_agg(a.attname::text order by k.place) from unnest(i.indkey) with ordinality k(num, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num where k.place <= 3), '{}') <> '{tenant_id,id,started_at}'`,
    ),
    lines(
      query,
      'the primary key is not (tenant_id, id)',
      `select c.relname as what from ${tables} left join pg_index i on i.indrelid = c.oid and i.indisprimary
       where ${tenantTable} and c.relkind = 'r' and coalesce((select array_agg(a.attname::text order by k.place) from unnest(i.indkey) with ordinality k(num, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num), '{}') <> '{tenant_id,id}'`,
    ),
    lines(
      query,
      'a unique key is not led by tenant_id',
      `select i.indexrelid::regclass::text as what from ${tables} join pg_index i on i.indrelid = c.oid and i.indisunique
         left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where ${tenantTable} and a.attname is distinct from 'tenant_id'`,
    ),
    lines(
      query,
      'a foreign key is not led by tenant_id',
      `select f.conname as what from ${tables} join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
         join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1] join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
       where ${tenantTable} and not (a.attname = 'tenant_id' and (b.attname = 'tenant_id' or f.confrelid = 'tenant'::regclass))`,
    ),
    lines(
      query,
      'SET NULL that would null the tenant too',
      `select f.conname as what from ${tables} join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' where ${tenantTable} and f.confdeltype in ('n', 'd') and f.confdelsetcols is null`,
    ),
    lines(
      query,
      'a view that runs as its owner, or a materialised one',
      `select c.relname as what from ${tables} where n.nspname = 'public' and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
    ),
    lines(
      query,
      'a SECURITY DEFINER function that is not on the list, or without a search_path',
      `select p.proname as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef
         and not (p.proname in (${sqlList(allowedDefiners)}) and coalesce(array_to_string(p.proconfig, ',') like 'search_path=public, pg_temp%', false))`,
    ),
    lines(
      query,
      'a grant nobody allowed',
      `select what from (select c.relname || ' ' || coalesce(r.rolname, 'PUBLIC') || ' ' || x.privilege_type as what, r.rolname as grantee
         from ${tables} cross join aclexplode(c.relacl) x left join pg_roles r on r.oid = x.grantee where ${tenantTable} and x.grantee <> c.relowner) s
       where grantee is distinct from 'app' and what not in (${sqlList(allowedGrants)})`,
    ),
    lines(
      query,
      'app may truncate, refer or trigger',
      `select c.relname || ' ' || x.privilege_type as what from ${tables} cross join aclexplode(c.relacl) x
       where n.nspname = 'public' and x.grantee = 'app'::regrole and x.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')`,
    ),
    lines(
      query,
      'a platform table open to app',
      `select c.relname as what from ${tables} where n.nspname = 'public' and c.relname in (${sqlList(platformTables)})
         and (has_table_privilege('app', c.oid, 'INSERT, UPDATE, DELETE') or (has_table_privilege('app', c.oid, 'SELECT')
           and not (c.relname in (${sqlList(platformTablesReadByApp)}) and c.relrowsecurity and c.relforcerowsecurity)))`,
    ),
    lines(
      query,
      'a role that serves and could look around the policies',
      `select rolname as what from pg_roles where rolname in ('app', 'platform', 'relay') and (rolsuper or rolbypassrls or rolcreaterole)`,
    ),
  ]
  return (await Promise.all(checks)).flat()
}

async function lines(query: Query, problem: string, text: string): Promise<string[]> {
  return (await query(text)).map((row) => `${problem}: ${String(row.what)}`)
}
