import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { closeRedis } from '@residency/integrations/redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext } from '../context/index.ts'
import { requirePlayable } from '../streaming/index.ts'
import { plantRecording, signedIn, visitor } from '../testing/index.ts'
import {
  deleteSoundPreset,
  followPlayerState,
  forgetHistory,
  getPlayerState,
  listHistory,
  listSoundPresets,
  type PlayerState,
  savePosition,
  saveSoundPreset,
  switchHistory,
  writePlayerState,
} from './index.ts'

let database: TestDatabase
let alpha: TenantRef
let beta: TenantRef
let fan: AccountContext
let mixId: string

const laptop = '00000000-0000-4000-8000-000000000001'
const phone = '00000000-0000-4000-8000-000000000002'
const word = (more: Partial<PlayerState> = {}): PlayerState => ({
  deviceId: laptop,
  deviceName: 'Laptop',
  mixId,
  positionMs: 0,
  rate: 1,
  playing: true,
  at: new Date().toISOString(),
  queue: [],
  version: 0,
  ...more,
})
const until = async (done: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 500 && !done(); tries += 1) await new Promise((later) => setTimeout(later, 10))
}

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha')
  beta = await database.createTenant('beta')
  fan = await signedIn(alpha)
  mixId = (await plantRecording(alpha, { renditions: ['aac128'], segments: 1 })).mixId
})
afterAll(async () => {
  closeRedis()
  await database.drop()
})

describe('where one left off', () => {
  it('is told to the next device, until the mix is finished', async () => {
    const resume = async () => (await requirePlayable(fan, { mixId, link: null, recordingId: null })).resumeMs
    await savePosition(fan, { mixId, positionMs: 61_000, finished: false })
    await savePosition(fan, { mixId, positionMs: 62_000, finished: false })
    expect(await resume()).toBe(62_000)
    await savePosition(fan, { mixId, positionMs: 3_600_000, finished: true })
    expect(await resume()).toBeNull()
  })

  it('is not kept of a mix that is not there, or another tenant’s', async () => {
    const foreign = (await plantRecording(beta, { renditions: ['aac128'], segments: 1 })).mixId
    await expect(savePosition(fan, { mixId: foreign, positionMs: 1, finished: false })).rejects.toMatchObject({ code: 'not_found' })
    await expect(savePosition(visitor(alpha), { mixId, positionMs: 1, finished: false })).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the devices of an account', () => {
  it('hear what another plays, and nobody else does', async () => {
    const stranger = await signedIn(alpha)
    const elsewhere = await signedIn(beta)
    const heard: Record<string, PlayerState[]> = { own: [], stranger: [], elsewhere: [] }
    const ends = [
      followPlayerState(fan, (state) => heard.own?.push(state)),
      followPlayerState(stranger, (state) => heard.stranger?.push(state)),
      followPlayerState(elsewhere, (state) => heard.elsewhere?.push(state)),
    ]
    // A subscription takes a moment: said again until it is heard.
    let version = 0
    for (let tries = 0; tries < 50 && heard.own?.length === 0; tries += 1) {
      version = (await writePlayerState(fan, word({ positionMs: tries, version }))).version
      await new Promise((later) => setTimeout(later, 50))
    }
    await until(() => heard.own?.at(-1)?.version === version)
    expect(heard.own?.at(-1)).toMatchObject({ deviceName: 'Laptop', playing: true, version })
    expect([heard.stranger, heard.elsewhere]).toEqual([[], []])
    for (const end of ends) end()
  })

  it('take over by playing, and otherwise go by the newest word', async () => {
    const first = await writePlayerState(fan, word())
    const taken = await writePlayerState(fan, word({ deviceId: phone, deviceName: 'Phone', version: 0, positionMs: 5_000 }))
    expect(taken.version).toBe(first.version + 1)
    // The laptop pauses and does not know yet that the phone has taken over: its word is old.
    expect(await writePlayerState(fan, word({ playing: false, version: first.version }))).toEqual(taken)
    expect(await getPlayerState(fan)).toEqual(taken)
  })

  it('write one after the other, however many write at once', async () => {
    const before = (await getPlayerState(fan))?.version ?? 0
    await Promise.all(
      Array.from({ length: 8 }, (_, at) => writePlayerState(fan, word({ deviceId: phone, positionMs: at, version: before }))),
    )
    expect((await getPlayerState(fan))?.version).toBe(before + 8)
  })

  it('are not believed a clock that is far off', async () => {
    const state = await writePlayerState(fan, word({ deviceId: phone, at: '2001-01-01T00:00:00.000Z' }))
    expect(Math.abs(Date.parse(state.at) - Date.now())).toBeLessThan(60_000)
  })
})

describe('an own sound', () => {
  const settings = {
    ...{ equaliser: [6, 5, 4, 2, 0, 0, 0, 0, 0, 0], room: 'hall' as const, roomMix: 0.2, echoMix: 0, echoS: 0.4, drive: 0 },
    ...{ compressor: true, semitones: 0, keepFormants: true },
  }

  it('is kept under its name, replaced under the same, and deleted', async () => {
    const kept = await saveSoundPreset(fan, { name: 'Kitchen', settings })
    await saveSoundPreset(fan, { name: 'Kitchen', settings: { ...settings, drive: 0.5 } })
    expect(await listSoundPresets(fan)).toEqual([{ id: kept.id, name: 'Kitchen', settings: { ...settings, drive: 0.5 } }])
    const other = await signedIn(alpha)
    expect(await listSoundPresets(other)).toEqual([])
    await expect(deleteSoundPreset(other, { id: kept.id })).rejects.toMatchObject({ code: 'not_found' })
    await deleteSoundPreset(fan, { id: kept.id })
    expect(await listSoundPresets(fan)).toEqual([])
  })
})

describe('a history', () => {
  it('is seen by its fan alone, and goes when they say so', async () => {
    const entry = { mixId, startedAt: new Date(), listenedMs: 40_000 }
    const ids = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const
    await withTenant(alpha, async (db) => {
      for (const id of ids) await db.listeningEntry.create({ data: { ...entry, id, accountId: fan.actor.accountId } })
    })
    expect(await listHistory(fan, { page: 1 })).toMatchObject({ total: 2, isOn: true, entries: [{ mixId, isPublic: true }, {}] })
    expect((await listHistory(await signedIn(alpha), { page: 1 })).total).toBe(0)
    await forgetHistory(fan, { id: ids[0] })
    expect((await listHistory(fan, { page: 1 })).total).toBe(1)
    await forgetHistory(fan, {})
    expect((await listHistory(fan, { page: 1 })).total).toBe(0)
  })

  it('is not kept when it is switched off, nor where one left off', async () => {
    await switchHistory(fan, { on: false })
    await savePosition(fan, { mixId, positionMs: 99_000, finished: false })
    expect(await requirePlayable(fan, { mixId, link: null, recordingId: null })).toMatchObject({ resumeMs: null, historyOn: false })
    expect((await listHistory(fan, { page: 1 })).isOn).toBe(false)
  })
})
