import { defaultBrand } from '@residency/brand'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountActor, TenantContext } from '../context/index.ts'
import { testAccount } from '../testing/test-context.ts'
import { discardBrandDraft, getBrand, listBrandRevisions, publishBrand, restoreBrandRevision, saveBrandDraft } from './index.ts'

let database: TestDatabase
let admin: TenantContext<AccountActor>
let editor: TenantContext<AccountActor>
let stranger: TenantContext<AccountActor>

beforeAll(async () => {
  database = await createTestDatabase()
  const a = await database.createTenant()
  const b = await database.createTenant()
  for (const ref of [a, b])
    await database.asOwner('insert into brand (tenant_id, published) values ($1, $2)', [
      ref.tenantId,
      { ...defaultBrand('daylight'), name: 'First' },
    ])
  admin = await testAccount(a, 'admin', 'Ada')
  editor = await testAccount(a, 'editor', 'Ben')
  stranger = await testAccount(b, 'owner', 'Eve')
})
afterAll(() => database.drop())

const revision = async () =>
  (await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [admin.tenant.id]))[0]?.revision ?? 0

describe('a brand', () => {
  it('is drafted unseen, published at once, and taken back from its revisions', async () => {
    const first = await getBrand(admin)
    const before = await revision()
    const drafted = await saveBrandDraft(editor, { expectedVersion: first.version, record: { ...first.published, name: 'Second' } })
    expect(drafted.published.name).toBe('First')
    expect(await revision()).toBe(before)
    const published = await publishBrand(admin, { expectedVersion: drafted.version })
    expect(published).toMatchObject({ draft: null, published: { name: 'Second' } })
    expect(await revision()).toBe(before + 1)
    const [old] = await listBrandRevisions(admin)
    const restored = await restoreBrandRevision(editor, { revisionId: old?.id ?? '', expectedVersion: published.version })
    expect(restored.draft?.name).toBe('First')
    expect((await discardBrandDraft(editor, { expectedVersion: restored.version })).draft).toBeNull()
    expect((await getBrand(stranger)).published.name).toBe('First')
  })

  it('names the other editor when two collide', async () => {
    const { version, published } = await getBrand(admin)
    await saveBrandDraft(editor, { expectedVersion: version, record: { ...published, name: 'Ben’s' } })
    await expect(saveBrandDraft(admin, { expectedVersion: version, record: { ...published, name: 'Ada’s' } })).rejects.toMatchObject({
      code: 'conflict',
      detail: { params: { name: 'Ben' } },
    })
  })

  it('tells the DJ which colours were moved so that they can be read', async () => {
    const { version, published } = await getBrand(admin)
    const record = {
      ...published,
      colours: { ...published.colours, ink: { dark: published.colours.ground.dark, light: published.colours.ground.light } },
    }
    expect((await saveBrandDraft(admin, { expectedVersion: version, record })).corrections.length).toBeGreaterThan(0)
  })

  it('is published by admins alone, and never reached from another tenant', async () => {
    const { version } = await getBrand(admin)
    await expect(publishBrand(editor, { expectedVersion: version })).rejects.toMatchObject({ code: 'forbidden' })
    const [old] = await listBrandRevisions(admin)
    const theirs = await getBrand(stranger)
    await expect(restoreBrandRevision(stranger, { revisionId: old?.id ?? '', expectedVersion: theirs.version })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
