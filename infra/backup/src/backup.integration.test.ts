import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBackup, restoreBackup } from './index.ts'

let database: TestDatabase
let folder: string
let a: Awaited<ReturnType<TestDatabase['createTenant']>>
let b: Awaited<ReturnType<TestDatabase['createTenant']>>

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  a = await database.createTenant()
  b = await database.createTenant()
  for (const ref of [a, b]) {
    await withTenant(ref, async (db) => {
      const media = await db.mediaItem.create({
        data: { objectKey: 'k', filename: 'línea\tdos', contentType: 'image/png', bytes: 3, width: 1, height: 1, sha256: ref.slug },
      })
      const mix = await db.mix.create({
        data: {
          slug: 'one',
          title: 'One\nline \\N',
          recordedOn: new Date(0),
          artworkId: media.id,
          moods: ['a,b', '"c"'],
          description: { en: 'x' },
        },
      })
      await db.track.createMany({
        data: [1, 2, 3].map((position) => ({ mixId: mix.id, position, startMs: position, title: `T${position}`, artist: 'Ä' })),
      })
      await db.account.create({ data: { email: 'fan@fan.example', name: 'Fan' } })
      // A mix points at its recording, which points at its mix.
      const recording = await db.recording.create({
        data: {
          mixId: mix.id,
          number: 1,
          filename: 'x.wav',
          objectKey: 'o',
          bytes: 3,
          fingerprint: Buffer.from([0, 9, 10, 255]),
          energy: [0.5],
        },
      })
      await db.rendition.create({
        data: { recordingId: recording.id, name: 'flac', codecs: 'fLaC', bandwidth: 1, averageBandwidth: 1, segmentMs: [6000, 10] },
      })
      await db.mix.update({ where: db.key(mix.id), data: { recordingId: recording.id } })
    })
    // A play of a month that the installation restored to has no partition for.
    await database.asOwner("select make_play_partitions('2025-03-01', '2025-03-31')")
    await database.asOwner(
      `insert into play (tenant_id, id, started_at, mix_id, listener, duration_ms, last_beat_at)
       select tenant_id, id, '2025-03-31 23:59:59Z', id, 'x', 1, now() from mix where tenant_id = $1`,
      [ref.tenantId],
    )
    await database.asOwner(`insert into host (hostname, tenant_id, state) values ($1, $2, 'routed')`, [`${ref.slug}.example`, ref.tenantId])
    const storage = tenantStorage(ref.tenantId)
    await storage.put(storage.key('media', 'x', 'original.png'), Buffer.from(ref.slug), { contentType: 'image/png' })
    await storage.put(storage.key('audio', 'r', 'flac', '0.m4s'), Buffer.from(ref.slug), { contentType: 'video/iso.segment' })
  }
})
afterAll(async () => {
  for (const ref of [a, b]) for (const part of ['media', 'audio']) await tenantStorage(ref.tenantId).deleteUnder(part)
  await rm(folder, { recursive: true })
  await database.drop()
})

let number = 0
let here: string
beforeEach(() => {
  number += 1
  here = join(folder, String(number))
})

/** Everything a tenant has, for comparing: its rows, but for the revision, which only rises, and its objects. */
async function all(tenantId: string): Promise<unknown> {
  const tables = await database.asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind = 'r' order by 1`,
  )
  const rows: Record<string, unknown> = {}
  for (const { name } of tables)
    rows[name] = await database.asOwner(`select * from "${name}" where tenant_id = $1 order by 1, 2`, [tenantId])
  rows.tenant = await database.asOwner(`select (to_jsonb(t) - 'revision') as t from tenant t where id = $1`, [tenantId])
  const objects: [string, string][] = []
  const storage = tenantStorage(tenantId)
  for await (const { key } of storage.list()) objects.push([key, (await storage.getBuffer(key, 1_000))?.toString() ?? ''])
  return { rows, objects }
}

async function harm(tenantId: string): Promise<void> {
  await database.asOwner('delete from track where tenant_id = $1', [tenantId])
  await database.asOwner('delete from recording where tenant_id = $1', [tenantId])
  await database.asOwner(`update account set name = 'changed' where tenant_id = $1`, [tenantId])
  await database.asOwner(`insert into link (tenant_id, position, label, url) values ($1, 1, '{}', 'https://new.example')`, [tenantId])
  const storage = tenantStorage(tenantId)
  await storage.delete(storage.key('media', 'x', 'original.png'))
  await storage.put(storage.key('media', 'y', 'original.png'), Buffer.from('later'), { contentType: 'image/png' })
}

describe('a backup of one tenant', () => {
  it('brings that tenant back as it was and touches no other', async () => {
    const before = await all(a.tenantId)
    await createBackup({ folder: here, tenant: a.slug })
    await harm(a.tenantId)
    await harm(b.tenantId)
    const other = await all(b.tenantId)
    await restoreBackup({ folder: here, replace: true })
    expect(await all(a.tenantId)).toEqual(before)
    expect(await all(b.tenantId)).toEqual(other)
  })

  it('raises the revision, so that no cache shows what was before', async () => {
    const revision = async () =>
      (await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [a.tenantId]))[0]?.revision ?? 0
    await createBackup({ folder: here, tenant: a.slug })
    const before = await revision()
    await restoreBackup({ folder: here, replace: true })
    expect(await revision()).toBeGreaterThan(before)
  })

  it('leaves a host name with the tenant that has it meanwhile, and says so', async () => {
    await createBackup({ folder: here, tenant: a.slug })
    await database.asOwner('update host set tenant_id = $1 where hostname = $2', [b.tenantId, `${a.slug}.example`])
    const { contestedHosts } = await restoreBackup({ folder: here, replace: true })
    expect(contestedHosts).toEqual([`${a.slug}.example`])
    expect(
      await database.asOwner('select 1 from host where hostname = $1 and tenant_id = $2', [`${a.slug}.example`, b.tenantId]),
    ).toHaveLength(1)
  })

  it('changes nothing when a file of it is damaged, or when nobody said to replace', async () => {
    await createBackup({ folder: here, tenant: a.slug })
    await harm(a.tenantId)
    // Files as well: none of the backup's is put beside what is there.
    const before = await all(a.tenantId)
    await expect(restoreBackup({ folder: here })).rejects.toThrow(/--replace/)
    expect(await all(a.tenantId)).toEqual(before)
    const { gzipSync } = await import('node:zlib')
    await writeFile(join(here, 'tables', 'track.copy.gz'), gzipSync(''))
    await expect(restoreBackup({ folder: here, replace: true })).rejects.toThrow(/track.*damaged/)
    expect(await all(a.tenantId)).toEqual(before)
  })

  it('is not begun over an earlier one, nor for a tenant that is not there', async () => {
    await createBackup({ folder: here, tenant: a.slug })
    await expect(createBackup({ folder: here, tenant: a.slug })).rejects.toThrow(/not empty/)
    await expect(createBackup({ folder: `${here}-none`, tenant: 'nobody' })).rejects.toThrow(/no tenant/)
    await expect(restoreBackup({ folder: `${here}-none` })).rejects.toThrow(/no finished backup/)
  })
})

describe('a backup of everything', () => {
  it('brings every tenant and every platform table back', async () => {
    const operators = () => database.asOwner('select * from operator order by id')
    await database.asOwner(`insert into operator (email, name, password_hash) values ('op@platform.example', 'Op', 'x')`)
    const before = [await all(a.tenantId), await all(b.tenantId), await operators()]
    await createBackup({ folder: here })
    await harm(a.tenantId)
    await database.asOwner('delete from operator')
    await database.asOwner('drop table play_2025_03, play_beat_2025_03')
    await restoreBackup({ folder: here, replace: true })
    expect([await all(a.tenantId), await all(b.tenantId), await operators()]).toEqual(before)
  })
})
