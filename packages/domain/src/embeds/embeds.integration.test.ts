import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitor } from '../testing/index.ts'
import { requireEmbed } from './index.ts'

let database: TestDatabase
let ref: TenantRef
let other: TenantRef

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant('embedding', { name: 'Embedding' })
  other = await database.createTenant('elsewhere', { name: 'Elsewhere' })
})
afterAll(() => database.drop())

let made = 0
const mixOf = (more: { embedAllowed?: boolean; publication?: 'draft' | 'unlisted' | 'scheduled' | 'published'; publishedAt?: Date }) => {
  made += 1
  return withTenant(ref, (db) =>
    db.mix.create({
      data: {
        slug: `mix-${made}`,
        title: 'Mix',
        recordedOn: new Date(0),
        publication: 'published',
        publishedAt: new Date(Date.now() - 1_000),
        ...more,
        tracks: { create: [{ position: 1, startMs: 0, title: 'One', artist: 'A' }] },
      },
      select: { id: true, slug: true },
    }),
  )
}

it('a published mix may be shown elsewhere, with its tracks, by its id and by its address', async () => {
  const { id, slug } = await mixOf({})
  expect(await requireEmbed(visitor(ref), { mixId: id })).toMatchObject({ id, tracks: [{ title: 'One' }] })
  expect(await requireEmbed(visitor(ref), { slug })).toMatchObject({ id })
})

it('one whose DJ does not allow it is not there, nor one that is not out, nor another tenant’s', async () => {
  const soon = new Date(Date.now() + 3_600_000)
  const hidden = [
    await mixOf({ embedAllowed: false }),
    await mixOf({ publication: 'draft' }),
    await mixOf({ publication: 'unlisted' }),
    await mixOf({ publication: 'scheduled', publishedAt: soon }),
    await mixOf({ publishedAt: soon }),
  ]
  for (const { id, slug } of hidden) {
    await expect(requireEmbed(visitor(ref), { mixId: id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(requireEmbed(visitor(ref), { slug })).rejects.toMatchObject({ code: 'not_found' })
  }
  const { id } = await mixOf({})
  await expect(requireEmbed(visitor(other), { mixId: id })).rejects.toMatchObject({ code: 'not_found' })
})
