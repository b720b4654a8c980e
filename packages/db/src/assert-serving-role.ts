import { type PoolRole, poolOf } from './pools.ts'

/** A serving process refuses to start on a role that could look around the policies. Throws one line that names the reason. */
export async function assertServingRole(role: Exclude<PoolRole, 'owner'>): Promise<void> {
  const { rows } = await poolOf(role).query<{ name: string; super: boolean; bypass: boolean; owns: boolean; member: boolean }>(
    `select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass,
            exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relowner = r.oid) as owns,
            exists (select 1 from pg_auth_members m join pg_roles p on p.oid = m.roleid where m.member = r.oid and (p.rolsuper or p.rolbypassrls)) as member
     from pg_roles r where r.rolname = current_user`,
  )
  const found = rows[0]
  if (!found) throw new Error(`Role ${role}: the database does not know who is connected`)
  const reason = found.super
    ? 'is a superuser'
    : found.bypass
      ? 'bypasses row security'
      : found.owns
        ? 'owns tables'
        : found.member
          ? 'may become a role that bypasses row security'
          : null
  if (reason) throw new Error(`Refusing to serve: database role "${found.name}" ${reason}. Use role "${role}" (see .env.example).`)
}
