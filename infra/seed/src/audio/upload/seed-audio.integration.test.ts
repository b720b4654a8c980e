import { createHash } from 'node:crypto'
import { type TenantRef, tenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { tenantStorage } from '@residency/integrations/storage'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { drawAll } from '../../art/draw-all.ts'
import { demoId } from '../../demo-ids.ts'
import { seedDemo } from '../../seed-demo.ts'
import { seedAudio } from './seed-audio.ts'

let database: TestDatabase
let danny: TenantRef

const dots: typeof drawAll = async (drawings, onDrawn) => {
  for (const [index, drawing] of drawings.entries()) {
    const [r = 0, g = 0, b = 0] = createHash('sha256').update(JSON.stringify(drawing)).digest()
    const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: { r, g, b } } })
      .png()
      .toBuffer()
    await onDrawn({ ...drawing.size, bytes, contentType: 'image/png', tone: '#070707' }, index)
  }
}

const recordings = (ref: TenantRef) => withTenant(ref, (db) => db.recording.findMany({ orderBy: { id: 'asc' } }))

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDemo({ makers: { draw: dots, storageOf: (tenantId) => tenantStorage(tenantId) } })
  danny = tenantRef('cli', demoId('danny', 'tenant'))
})
afterAll(async () => {
  const { endOwner } = await import('@residency/db/owner')
  await endOwner()
  await database.drop()
})

describe('seedAudio', () => {
  it('uploads the newest mix of a tenant by the door that a DJ uses', async () => {
    const made = await seedAudio({ mixes: 1, tenants: ['danny'], seconds: 6, wait: false })
    const [recording, ...others] = await recordings(danny)
    expect(others).toEqual([])
    expect(made).toEqual([recording?.id])
    expect(recording).toMatchObject({
      mixId: demoId('danny', 'mix', 'blow-your-whistle'),
      filename: 'Blow Your Whistle.flac',
      stage: 'received',
    })
    const object = await tenantStorage(danny.tenantId).head(recording?.objectKey ?? '')
    expect(object?.bytes).toBe(Number(recording?.bytes))
  })

  it('leaves a mix alone that has a recording, and goes on with the next of each', async () => {
    const made = await seedAudio({ mixes: 2, tenants: ['danny', 'hathor'], seconds: 6, wait: false })
    expect(made).toHaveLength(3)
    expect(await recordings(danny)).toHaveLength(2)
    expect(await seedAudio({ mixes: 2, tenants: ['danny', 'hathor'], seconds: 6, wait: false })).toEqual([])
  })

  it('goes on with an upload that was cut off', async () => {
    const stopping = new AbortController()
    const connect = tenantRef('cli', demoId('connect', 'tenant'))
    const uploads = () => withTenant(connect, (db) => db.upload.findMany({ select: { id: true, state: true } }))
    const cut = seedAudio({ mixes: 1, tenants: ['connect'], seconds: 60, wait: false, signal: stopping.signal })
    // As soon as it is begun, it is stopped.
    const begun = (async () => {
      while ((await uploads()).length === 0) await new Promise((done) => setTimeout(done, 5))
      stopping.abort(new Error('stopped'))
    })()
    await Promise.allSettled([cut, begun])
    const before = await uploads()
    expect(before).toHaveLength(1)
    await seedAudio({ mixes: 1, tenants: ['connect'], seconds: 60, wait: false })
    expect(await uploads()).toEqual([{ id: before[0]?.id, state: 'completed' }])
    expect(await recordings(connect)).toHaveLength(1)
  })

  it('passes over a mix that is no longer the seed’s own', async () => {
    const mixId = demoId('danny', 'mix', 'ground-loop')
    await withTenant(danny, (db) => db.mix.update({ where: db.key(mixId), data: { durationMs: 1_000 } }))
    await seedAudio({ mixes: 3, tenants: ['danny'], seconds: 6, wait: false })
    expect((await recordings(danny)).map((recording) => recording.mixId)).not.toContain(mixId)
  })
})
