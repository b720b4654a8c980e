import { schemaDrift } from '@residency/db/migrate'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowedDefiners, lockFindings, platformTables } from './postgres-locks.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const findings = () => lockFindings((text) => database.asOwner(text))

describe('lock 1, read from the catalogue of Postgres', () => {
  it('stands on every table', async () => {
    expect(await findings()).toEqual([])
  })

  it('knows every table as a tenant’s or the platform’s', async () => {
    const rows = await database.asOwner<{ name: string }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind in ('r', 'p')`,
    )
    expect(rows.length).toBeGreaterThan(platformTables.length)
  })

  it('agrees with the Prisma schema, so that no migration was forgotten', async () => {
    expect(await schemaDrift(database.urls.DATABASE_OWNER_URL)).toBe('')
  })

  // The check proves itself: each mistake below must be found. Each is made on this file's own clone, and mended.
  const mistakes: [string, string, string][] = [
    [
      'a table without its lock',
      'create table forgotten (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))',
      'drop table forgotten',
    ],
    [
      'a dropped policy',
      'drop policy tenant_lock on mix',
      `create policy tenant_lock on mix to app using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))`,
    ],
    ['a policy that lets all rows through', 'create policy open on mix to app using (true)', 'drop policy open on mix'],
    ['row security not forced', 'alter table track no force row level security', 'alter table track force row level security'],
    ['row security off', 'alter table track disable row level security', 'alter table track enable row level security'],
    ['a unique key that is not led by the tenant', 'create unique index stray on mix (slug)', 'drop index stray'],
    [
      'a foreign key without the tenant',
      'alter table track add column stray uuid; alter table mix add constraint stray unique (id); alter table track add constraint stray foreign key (stray) references mix (id)',
      'alter table track drop column stray; alter table mix drop constraint stray',
    ],
    ['a view that runs as its owner', 'create view stray as select * from mix', 'drop view stray'],
    ['a materialised view', 'create materialized view stray as select id from mix', 'drop materialized view stray'],
    [
      'a SECURITY DEFINER function nobody named',
      `create function stray() returns int language sql security definer as 'select 1'`,
      'drop function stray()',
    ],
    ['a grant to everybody', 'grant select on mix to public', 'revoke select on mix from public'],
    ['a grant to the relay', 'grant select on account to relay', 'revoke select on account from relay'],
  ]
  it.each(mistakes)('finds %s', async (_name, make, mend) => {
    for (const statement of make.split(';')) await database.asOwner(statement)
    const found = await findings()
    for (const statement of mend.split(';')) await database.asOwner(statement)
    expect(found.length).toBeGreaterThan(0)
    expect(await findings()).toEqual([])
  })

  it('names the functions that may look across tenants, and no more', () => {
    expect(allowedDefiners).toEqual([
      'drop_play_partitions',
      'host_changed',
      'make_play_partitions',
      'raise_tenant_revision',
      'resolve_host',
      'tenants_with_due_mixes',
      'tenants_with_strikes',
    ])
  })
})
