import { defaultBrand } from '@residency/brand'
import { logger } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { drawIcon, probeImage, renderImage } from '@residency/integrations/imaging'
import { closeStorage, tenantStorage } from '@residency/integrations/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getShareCard, getSiteIcon, getSizedPicture, type MediaRef, sizedPictureSchema } from './index.ts'

let database: TestDatabase
let alpha: TenantRef
let beta: TenantRef
let picture: MediaRef
let objectKey = ''
let png: Buffer

const ctx = (ref: TenantRef) => ({ ref, log: logger })
const kept = async (ref: TenantRef, ...parts: string[]): Promise<number> => {
  let count = 0
  for await (const _object of tenantStorage(ref.tenantId).list(...parts)) count += 1
  return count
}

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant()
  beta = await database.createTenant()
  png = (await drawIcon(alpha.tenantId, defaultBrand('cassette', 'Picture'), { size: 64, purpose: 'any' })).bytes
  const { width, height, tone, sha256 } = await probeImage(alpha.tenantId, png)
  const id = '01900000-0000-7000-8000-0000000000b1'
  const storage = tenantStorage(alpha.tenantId)
  objectKey = storage.key('media', id, 'original.png')
  await storage.put(objectKey, png, { contentType: 'image/png' })
  await withTenant(alpha, (db) =>
    db.mediaItem.create({
      data: { id, objectKey, filename: 'x.png', contentType: 'image/png', bytes: png.length, width, height, tone, sha256 },
    }),
  )
  picture = { id, width, height, focalX: 500, focalY: 500, alt: {}, tone }
})
afterAll(async () => {
  for (const ref of [alpha, beta]) for (const folder of ['media', 'share', 'icons']) await tenantStorage(ref.tenantId).deleteUnder(folder)
  closeStorage()
  await database.drop()
})

describe('a picture in a size', () => {
  const ask = (query: object) => sizedPictureSchema.parse({ id: picture.id, ...query })

  it('comes in the format asked for, and is made once', async () => {
    const made = await getSizedPicture(ctx(alpha), ask({ w: '320', f: 'webp' }))
    expect(made.contentType).toBe('image/webp')
    expect((await probeImage(alpha.tenantId, made.bytes)).format).toBe('webp')
    expect(await kept(alpha, 'media', picture.id)).toBe(2)
    // From now on the original is not needed.
    await tenantStorage(alpha.tenantId).delete(objectKey)
    const again = await getSizedPicture(ctx(alpha), ask({ w: '320', f: 'webp' }))
    expect(again.bytes.equals(made.bytes)).toBe(true)
    expect(again.etag).toBe(made.etag)
    await tenantStorage(alpha.tenantId).put(objectKey, png, { contentType: 'image/png' })
  })

  it('keeps what PNG is for without a format', async () => {
    expect((await getSizedPicture(ctx(alpha), ask({}))).contentType).toBe('image/png')
  })

  it('of WebP is had as PNG with what one sees through it: mail programs show no WebP', async () => {
    const clear = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64')
    const { bytes: logo } = await renderImage(alpha.tenantId, clear, { width: 1, format: 'webp' })
    const { tone, sha256 } = await probeImage(alpha.tenantId, logo)
    const id = '01900000-0000-7000-8000-0000000000b2'
    const storage = tenantStorage(alpha.tenantId)
    const key = storage.key('media', id, 'original.webp')
    await storage.put(key, logo, { contentType: 'image/webp' })
    const facts = { filename: 'logo.webp', contentType: 'image/webp', bytes: logo.length, width: 1, height: 1, tone, sha256 }
    await withTenant(alpha, (db) => db.mediaItem.create({ data: { id, objectKey: key, ...facts } }))
    const made = await getSizedPicture(ctx(alpha), sizedPictureSchema.parse({ id, w: '480', f: 'png' }))
    expect(made.contentType).toBe('image/png')
    expect((await probeImage(alpha.tenantId, made.bytes)).format).toBe('png')
    // Transparency in PNG: a colour type with alpha, or a palette with a tRNS chunk.
    expect([4, 6].includes(made.bytes[25] ?? 0) || made.bytes.includes('tRNS')).toBe(true)
  })

  it('comes in no other size', () => expect(sizedPictureSchema.safeParse({ id: picture.id, w: '641' }).success).toBe(false))

  it('is not another tenant’s', async () => {
    await expect(getSizedPicture(ctx(beta), ask({ w: '320' }))).rejects.toMatchObject({ code: 'not_found' })
    expect(await kept(beta, 'media')).toBe(0)
  })
})

describe('a share card', () => {
  const card = { title: 'A mix', facts: ['House', '62:00'], number: 1, artwork: null }

  it('is drawn once for what stands on it, and anew when that changes', async () => {
    const brand = defaultBrand('daylight', 'Alpha')
    const first = await getShareCard(ctx(alpha), brand, { ...card, artwork: picture })
    expect(await probeImage(alpha.tenantId, first.bytes)).toMatchObject({ width: 1200, height: 630, format: 'jpeg' })
    expect((await getShareCard(ctx(alpha), brand, { ...card, artwork: picture })).etag).toBe(first.etag)
    expect((await getShareCard(ctx(alpha), { ...brand, name: 'Beta' }, { ...card, artwork: picture })).etag).not.toBe(first.etag)
    expect(await kept(alpha, 'share')).toBe(2)
  })

  it('shows no picture of another tenant', async () => {
    const brand = defaultBrand('daylight', 'Beta')
    const without = await getShareCard(ctx(beta), brand, card)
    const foreign = await getShareCard(ctx(beta), brand, { ...card, artwork: picture })
    expect(foreign.bytes.equals(without.bytes)).toBe(true)
  })
})

it('icons are made from the picture chosen for them, else from the name', async () => {
  const brand = defaultBrand('signal', 'Alpha')
  const initials = await getSiteIcon(ctx(alpha), brand, 'icon-192.png')
  expect(await probeImage(alpha.tenantId, initials.bytes)).toMatchObject({ width: 192, height: 192, format: 'png' })
  const logo = await getSiteIcon(ctx(alpha), { ...brand, logoId: picture.id }, 'icon-192.png')
  expect(logo.bytes.equals(initials.bytes)).toBe(false)
})
