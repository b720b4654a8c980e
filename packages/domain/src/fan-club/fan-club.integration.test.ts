import { defaultBrand } from '@residency/brand'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { getSiteFrame } from '../site/index.ts'
import { signedIn, visitor } from '../testing/index.ts'
import {
  archiveTier,
  createTier,
  endMembership,
  grantMembership,
  grantMembershipSchema,
  listMembers,
  listMembersSchema,
  listOpenTiers,
  listTiers,
  myMemberships,
  requireTier,
  type TierFields,
  tierFields,
  tierTemplates,
  updateTier,
} from './index.ts'

let database: TestDatabase
let ref: TenantRef
let admin: AccountContext
let editor: AccountContext
let fan: AccountContext

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant('club', { name: 'Club' })
  admin = await signedIn(ref, { role: 'admin' })
  editor = await signedIn(ref, { role: 'editor' })
  fan = await signedIn(ref, { email: 'fan@fan.example', name: 'Fanny' })
})
afterAll(() => database.drop())

const fields = (more: Record<string, unknown> = {}): TierFields =>
  tierFields.parse({ name: { en: 'Gold' }, priceMonthMinor: 500, quality: 'aac256', ...more })
const grant = (more: Record<string, unknown>) => grantMembershipSchema.parse({ email: 'fan@fan.example', ...more })
const everybody = listMembersSchema.parse({})
const revision = async () => {
  const [row] = await database.asOwner<{ revision: string }>('select revision from tenant where id = $1', [ref.tenantId])
  return Number(row?.revision)
}

describe('tiers', () => {
  it('each template makes tiers whose rank, price and quality rise together', async () => {
    for (const { tiers } of tierTemplates) {
      const order = ['aac128', 'aac256', 'aac320', 'lossless']
      const prices = tiers.map((tier) => tier.fields.priceMonthMinor)
      const heard = tiers.map((tier) => order.indexOf(tier.fields.quality))
      expect(prices).toEqual([...prices].sort((a, b) => a - b))
      expect(heard).toEqual([...heard].sort((a, b) => a - b))
      for (const tier of tiers) expect(() => tierFields.parse({ ...tier.fields, name: { en: tier.key } })).not.toThrow()
    }
  })

  it('go above those there are, in the tenant’s currency, with an address of their own, and fans see them at once', async () => {
    const before = await revision()
    const first = await createTier(admin, fields())
    const second = await createTier(admin, fields({ priceMonthMinor: 900 }))
    expect([first.rank, second.rank]).toEqual([1, 2])
    expect([first.slug, second.slug]).toEqual(['gold', 'gold-2'])
    expect(second.currency).toBe('GBP')
    expect((await listOpenTiers(visitor(ref))).map(({ id }) => id)).toEqual([first.id, second.id])
    expect(await revision()).toBeGreaterThan(before)
  })

  it('are changed by one person at a time', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Silver' } }))
    await updateTier(admin, { ...fields({ name: { en: 'Silver' }, quality: 'lossless' }), id: tier.id, version: tier.version })
    await expect(updateTier(admin, { ...fields(), id: tier.id, version: tier.version })).rejects.toMatchObject({ code: 'conflict' })
    expect(await requireTier(admin, { id: tier.id })).toMatchObject({ quality: 'lossless', version: tier.version + 1 })
  })

  it('take from a form what a tier has, and nothing else that came with it', async () => {
    const stowaways = { intent: 'save', tenantId: crypto.randomUUID(), slug: 'taken-over', rank: 99, archivedAt: new Date() }
    const made = await createTier(admin, { ...fields({ name: { en: 'Plain' } }), ...stowaways })
    const saved = await updateTier(admin, { ...fields({ name: { en: 'Plainer' } }), ...stowaways, id: made.id, version: made.version })
    expect(saved).toMatchObject({ slug: 'plain', rank: made.rank, archivedAt: null, name: { en: 'Plainer' } })
    expect(made.rank).toBeLessThan(99)
  })

  it('take nobody new when closed, keep whom they have, and can be opened again', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Closing' } }))
    await grantMembership(admin, grant({ tierId: tier.id }))
    await archiveTier(admin, { id: tier.id, archived: true })
    await expect(grantMembership(admin, grant({ tierId: tier.id }))).rejects.toMatchObject({ code: 'conflict' })
    expect((await listOpenTiers(visitor(ref))).map(({ id }) => id)).not.toContain(tier.id)
    expect((await listTiers(admin)).find(({ id }) => id === tier.id)?.members).toBe(1)
    expect((await myMemberships(fan)).map((each) => each.tier.id)).toContain(tier.id)
    await archiveTier(admin, { id: tier.id, archived: false })
    expect((await listOpenTiers(visitor(ref))).map(({ id }) => id)).toContain(tier.id)
  })

  it('are made and changed by admins alone', async () => {
    await expect(createTier(editor, fields())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createTier(fan, fields())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listTiers(fan)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listTiers(editor)).resolves.toBeDefined()
  })

  it('the navigation leads to the fan club only while a tier is open', async () => {
    const other = await database.createTenant('none', { name: 'None' })
    const owner = await signedIn(other, { role: 'owner' })
    await withTenant(other, (db) => db.brand.create({ data: { published: defaultBrand('daylight') } }))
    const seen = async () => (await getSiteFrame(other, 'en')).hasFanClub
    expect(await seen()).toBe(false)
    const { id } = await createTier(owner, fields())
    expect(await seen()).toBe(true)
    await archiveTier(owner, { id, archived: true })
    expect(await seen()).toBe(false)
  })
})

describe('memberships by hand', () => {
  it('end with their last day in the tenant’s own zone', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Dated' } }))
    const { membershipId } = await grantMembership(admin, grant({ tierId: tier.id, lastDay: '2030-07-01' }))
    const row = await withTenant(ref, (db) => db.membership.findUnique({ where: db.key(membershipId) }))
    // London keeps summer time then.
    expect(row?.endsAt?.toISOString()).toBe('2030-07-01T23:00:00.000Z')
  })

  it('are refused for a day that is past, an address nobody has confirmed, and by those who may not', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Refusing' } }))
    await signedIn(ref, { email: 'unsure@fan.example', verified: false })
    await expect(grantMembership(admin, grant({ tierId: tier.id, lastDay: '2020-01-01' }))).rejects.toMatchObject({ code: 'invalid' })
    await expect(grantMembership(admin, grant({ tierId: tier.id, email: 'unsure@fan.example' }))).rejects.toMatchObject({ code: 'invalid' })
    await expect(grantMembership(editor, grant({ tierId: tier.id }))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('granted again replace the one before, so that an end can be moved', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Moved' } }))
    await grantMembership(admin, grant({ tierId: tier.id, lastDay: '2030-01-01' }))
    await grantMembership(admin, grant({ tierId: tier.id }))
    const mine = (await myMemberships(fan)).filter((each) => each.tier.id === tier.id)
    expect(mine).toEqual([expect.objectContaining({ endsAt: null })])
  })

  it('are found by name, address and tier', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Found' } }))
    await grantMembership(admin, grant({ tierId: tier.id }))
    const byTier = { ...everybody, tier: tier.id }
    expect((await listMembers(editor, { ...byTier, q: 'fann' })).total).toBe(1)
    expect((await listMembers(editor, { ...byTier, q: 'FAN@fan' })).total).toBe(1)
    expect((await listMembers(editor, { ...byTier, q: 'nobody' })).total).toBe(0)
  })

  it('end at once, once, and never when they are paid for', async () => {
    const tier = await createTier(admin, fields({ name: { en: 'Ending' } }))
    const { membershipId } = await grantMembership(admin, grant({ tierId: tier.id }))
    await endMembership(admin, { membershipId })
    await endMembership(admin, { membershipId })
    expect((await myMemberships(fan)).map((each) => each.tier.id)).not.toContain(tier.id)
    const ends = await database.asOwner(`select 1 from audit_entry where action = 'membership.ended' and data->>'tier' = 'ending'`)
    expect(ends).toHaveLength(1)
    const paid = await withTenant(ref, (db) =>
      db.membership.create({ data: { accountId: fan.actor.accountId, tierId: tier.id, source: 'paid' } }),
    )
    await expect(endMembership(admin, { membershipId: paid.id })).rejects.toMatchObject({ code: 'conflict' })
  })
})
