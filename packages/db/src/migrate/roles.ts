import pg from 'pg'

export interface RolePasswords {
  migrator: string
  app: string
  platform: string
  relay: string
}

/** What each role may be. `migrator` makes test databases and looks past the policies; the others never do. */
const attributes: Record<keyof RolePasswords, string> = {
  migrator: 'login createdb bypassrls nosuperuser nocreaterole',
  app: 'login nosuperuser nocreatedb nocreaterole nobypassrls noinherit',
  platform: 'login nosuperuser nocreatedb nocreaterole nobypassrls noinherit',
  relay: 'login nosuperuser nocreatedb nocreaterole nobypassrls noinherit',
}
const lock = 727_100_002

/** Makes or mends the four roles and the database, as a superuser. Safe to repeat and to run from several processes at once. */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords, database = 'residency'): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    for (const [role, attribute] of Object.entries(attributes)) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = known.rowCount ? 'alter' : 'create'
      const password = client.escapeLiteral(passwords[role as keyof RolePasswords])
      await client.query(`${verb} role ${role} ${attribute} password ${password}`)
    }
    const exists = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!exists.rowCount) await client.query(`create database ${client.escapeIdentifier(database)} owner migrator`)
  } finally {
    await client.end()
  }
}
