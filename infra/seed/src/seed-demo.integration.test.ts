import { createHash } from 'node:crypto'
import { createLogger } from '@residency/config'
import { resolveHost } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { passwordMatches } from '@residency/domain/identity'
import { signInOperator } from '@residency/domain/operators'
import { decryptField } from '@residency/domain/secrets'
import { tenantStorage } from '@residency/integrations/storage'
import { createTestStore, type TestStore } from '@residency/integrations/storage/testing'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoOperator, demoTotpBytes } from './accounts.ts'
import type { drawAll } from './art/draw-all.ts'
import { seedDemo } from './seed-demo.ts'

let database: TestDatabase
const today = new Date('2026-05-14T09:00:00Z')

/** One dot in place of each picture: what they look like is tested where they are drawn. */
const quick: typeof drawAll = async (drawings, onDrawn) => {
  for (const [index, drawing] of drawings.entries()) {
    const [r = 0, g = 0, b = 0] = createHash('sha256').update(JSON.stringify(drawing)).digest()
    const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: { r, g, b } } })
      .png()
      .toBuffer()
    await onDrawn({ ...drawing.size, bytes, contentType: 'image/png', tone: '#070707' }, index)
  }
}

// A bucket of their own: the demo's ids are the same everywhere, and so are its keys.
let store: TestStore
const makers = { draw: quick, storageOf: (tenantId: string) => tenantStorage(tenantId, store) }

const tables = [
  'tenant',
  'brand',
  'site_setting',
  'mix',
  'track',
  'event',
  'link',
  'page',
  'page_revision',
  'account',
  'consent_record',
  'media_item',
  'mix_like',
  'mix_comment',
  'follow',
  'operator',
  'operator_audit',
]

/** Rows and their content, table by table. */
async function state(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of tables) {
    const [row] = await database.asOwner<{ count: string; hash: string }>(
      `select count(*)::text as count, md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t`,
    )
    found[table] = `${row?.count} ${row?.hash}`
  }
  return found
}

beforeAll(async () => {
  database = await createTestDatabase()
  store = await createTestStore()
})
afterAll(async () => {
  const { endOwner } = await import('@residency/db/owner')
  await endOwner()
  await database.drop()
  await store.drop()
})

describe('seedDemo', () => {
  it('makes three tenants with everything in them', async () => {
    const lines: string[] = []
    const report = await seedDemo({ today, makers, log: (line) => lines.push(line) })
    expect(report).toEqual({ made: ['danny', 'hathor', 'connect'], pictures: 71 })
    expect(lines).toContain('pictures 71 of 71')
    const counts = await database.asOwner(`select t.slug, t.currency, t.status::text,
      (select count(*)::int from mix where tenant_id = t.id and publication = 'published') mixes, (select count(*)::int from track where tenant_id = t.id) > 56 tracks,
      (select count(*)::int from account where tenant_id = t.id) people from tenant t order by slug`)
    expect(counts).toEqual([
      { slug: 'connect', currency: 'USD', status: 'active', mixes: 12, tracks: true, people: 10 },
      { slug: 'danny', currency: 'GBP', status: 'active', mixes: 12, tracks: true, people: 10 },
      { slug: 'hathor', currency: 'USD', status: 'active', mixes: 12, tracks: true, people: 10 },
    ])
  })

  it('gives each its fan club, with Sam in a tier that hears lossless', async () => {
    const tiers = await database.asOwner(`select t.slug as tenant, array_agg(r.slug || ' ' || r.price_month_minor order by r.rank) as tiers
      from tier r join tenant t on t.id = r.tenant_id group by 1 order by 1`)
    expect(tiers).toEqual([
      { tenant: 'connect', tiers: ['student 499', 'premium 999', 'family 1499'] },
      { tenant: 'danny', tiers: ['regular 500', 'royalty 1500', 'inner-circle 5000'] },
      { tenant: 'hathor', tiers: ['supporter 500', 'superfan 1000'] },
    ])
    const [sam] = await database.asOwner(`select count(*)::int as tiers from membership m join tier r on r.id = m.tier_id
      join account a on a.id = m.account_id where a.email = 'sam@fans.example' and r.quality = 'lossless' and m.ended_at is null`)
    expect(sam).toEqual({ tiers: 3 })
  })

  it('stores each picture where its row says', async () => {
    const rows = await database.asOwner<{ tenant_id: string; object_key: string; bytes: number }>(
      'select tenant_id, object_key, bytes from media_item',
    )
    expect(rows).toHaveLength(71)
    for (const { tenant_id, object_key, bytes } of rows.slice(0, 5))
      expect((await makers.storageOf(tenant_id).head(object_key))?.bytes).toBe(bytes)
  })

  it('gives everybody their password, and the search its words', async () => {
    const [owner] = await database.asOwner<{ password_hash: string }>(
      `select password_hash from account where email = 'owner@hathor.example'`,
    )
    expect(await passwordMatches(owner?.password_hash ?? null, 'slow moon over wide water')).toBe(true)
    const [mix] = await database.asOwner<{ search_text: string; artist: string }>(
      `select m.search_text, search_fold(t.artist) as artist from mix m join track t on t.tenant_id = m.tenant_id and t.mix_id = m.id where m.slug = 'rewind' limit 1`,
    )
    expect(mix?.search_text).toContain(mix?.artist)
  })

  it('lets the operator in with the second factor that is printed', async () => {
    const signedIn = await signInOperator(
      { requestId: 'test', userAgent: null, ipPrefix: null, locale: 'en', now: () => new Date(), log: createLogger('test', 'silent') },
      { email: demoOperator.email, password: demoOperator.password },
    )
    expect(signedIn).toBeTruthy()
    const [row] = await database.asOwner<{ totp_secret: string }>('select totp_secret from operator')
    expect(decryptField(row?.totp_secret ?? '', 'operator.totp')).toBe(Buffer.from(demoTotpBytes).toString('base64url'))
  })

  it('changes nothing the second time, not even on another day', async () => {
    const before = await state()
    expect(await seedDemo({ today: new Date('2027-01-01T00:00:00Z'), makers })).toEqual({ made: [], pictures: 0 })
    expect(await state()).toEqual(before)
  })

  it('completes what an earlier run left unfinished, as it would have been', async () => {
    const before = await state()
    await database.asOwner(`delete from operator_audit where data->>'slug' = 'danny'`)
    await database.asOwner(`delete from mix where slug in ('rewind', 'lock-off')`)
    await database.asOwner(`delete from page where slug = 'press-kit' and tenant_id = (select id from tenant where slug = 'danny')`)
    await database.asOwner(`delete from media_item where filename like 'event-sound-clash%'`)
    const report = await seedDemo({ today: new Date('2027-01-01T00:00:00Z'), makers })
    expect(report).toEqual({ made: ['danny'], pictures: 1 })
    const after = await state()
    for (const table of ['mix', 'track', 'page', 'page_revision', 'brand', 'link', 'account'])
      expect(after[table], table).toBe(before[table])
    expect(after.media_item?.split(' ')[0]).toBe('71')
  })

  it('leaves gone what was deleted from a complete tenant', async () => {
    await database.asOwner(`delete from mix where slug = 'tidewater'`)
    await seedDemo({ today, makers })
    expect(await database.asOwner(`select 1 from mix where slug = 'tidewater'`)).toEqual([])
  })

  it('does not touch somebody else’s tenant of the same name', async () => {
    await database.asOwner(`delete from operator_audit`)
    await database.asOwner(`update tenant set slug = 'hathor-demo' where slug = 'hathor'`)
    await database.createTenant('hathor')
    await expect(seedDemo({ today, makers })).rejects.toThrow('"hathor"')
    expect(await resolveHost({ slug: 'hathor' })).toMatchObject({ name: 'hathor' })
  })
})
