import { type Publication, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getStanding } from '../access/index.ts'
import type { AccountContext } from '../context/index.ts'
import { AppError } from '../errors/index.ts'
import { hashToken } from '../secrets/index.ts'
import { findRedirect } from '../slugs/index.ts'
import { plantRecording } from '../testing/plant-recording.ts'
import { testAccount } from '../testing/test-context.ts'
import {
  createListenLink,
  deleteMix,
  editMixes,
  listEditedMixes,
  listEditedMixesSchema,
  listListenLinks,
  listMixes,
  listMixesSchema,
  mixFieldsSchema,
  publishMix,
  publishMixes,
  publishWhenReady,
  releaseDueMixes,
  requireEditedMix,
  requireLinkedMix,
  requireMix,
  requireMixPreview,
  revokeListenLink,
  scheduleMix,
  undoEditMixes,
  unlistMix,
  updateMix,
  withdrawMix,
  withdrawMixes,
} from './index.ts'

let database: TestDatabase
let ref: Awaited<ReturnType<TestDatabase['createTenant']>>
let dj: AccountContext
let moderator: AccountContext

beforeAll(async () => {
  database = await createTestDatabase()
  ref = await database.createTenant()
  dj = await testAccount(ref, 'editor', 'Danny')
  moderator = await testAccount(ref, 'moderator')
})
afterAll(() => database.drop())

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? [error.code, error.messageKey] : error),
  )
const planted = async (publication: Publication = 'draft') => {
  const { mixId } = await plantRecording(ref, {
    publication,
    publishedAt: publication === 'draft' ? null : new Date(Date.now() - 86_400_000),
    renditions: ['aac128'],
    segments: 1,
    segmentBytes: 10,
  })
  return requireEditedMix(dj, { mixId })
}
const revision = async () =>
  Number((await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [ref.tenantId]))[0]?.revision)
const fields = (more: object) => mixFieldsSchema.parse({ title: 'Long night', recordedOn: '2026-01-31', ...more })
const declarations = (mixId: string) => withTenant(ref, (db) => db.rightsDeclaration.findMany({ where: { mixId } }))
const at = (now: string): AccountContext => ({ ...dj, now: () => new Date(now) })

describe('what is said of a mix', () => {
  it('is kept once, and who saw an older version is told who was quicker', async () => {
    const mix = await planted()
    const saved = await updateMix(dj, {
      mixId: mix.id,
      expectedVersion: mix.version,
      fields: fields({ genre: ' House ', moods: ['Deep', 'deep', 'Warm'], description: { en: 'x' } }),
    })
    expect(saved).toMatchObject({ title: 'Long night', genre: 'House', moods: ['deep', 'Warm'], version: mix.version + 1 })
    const late = updateMix(dj, { mixId: mix.id, expectedVersion: mix.version, fields: fields({}) })
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { params: { name: 'Danny' } } })
    const again = await updateMix(dj, {
      mixId: mix.id,
      expectedVersion: saved.version,
      fields: fields({ genre: 'House', moods: ['deep', 'Warm'], description: { en: 'x' } }),
    })
    expect(again.version).toBe(saved.version)
  })

  it('moves to a new address, and the old one leads there', async () => {
    const mix = await planted('published')
    const before = await revision()
    await updateMix(dj, { mixId: mix.id, expectedVersion: mix.version, fields: fields({}), slug: 'a-new-address' })
    expect((await requireMix(dj, { slug: 'a-new-address' })).id).toBe(mix.id)
    expect(await findRedirect(dj, { kind: 'mix', slug: mix.slug })).toBe('a-new-address')
    expect(await revision()).toBeGreaterThan(before)
  })

  it('is refused for a day that has not come, and for a tier or picture that is not there', async () => {
    const mix = await planted()
    const save = (more: object) => refusal(updateMix(dj, { mixId: mix.id, expectedVersion: mix.version, fields: fields(more) }))
    for (const more of [{ recordedOn: '2199-01-01' }, { exclusiveTierId: mix.id }, { artworkId: mix.id }])
      expect(await save(more)).toEqual(['invalid', 'invalid'])
    expect(await refusal(updateMix(moderator, { mixId: mix.id, expectedVersion: mix.version, fields: fields({}) }))).toEqual([
      'forbidden',
      'forbidden',
    ])
  })

  it('is found in the list by words and by where it stands', async () => {
    const mix = await planted('unlisted')
    await updateMix(dj, { mixId: mix.id, expectedVersion: mix.version, fields: fields({ title: 'Cellar Séance' }) })
    const find = async (query: object) => (await listEditedMixes(dj, listEditedMixesSchema.parse(query))).mixes.map(({ id }) => id)
    expect(await find({ q: 'seance', publication: 'unlisted', stage: 'ready' })).toEqual([mix.id])
    expect(await find({ q: 'seance', publication: 'draft' })).toEqual([])
    expect(await find({ q: 'seance', stage: 'failed' })).toEqual([])
    expect(await find({ q: '100%' })).toEqual([])
  })

  it('goes with the mix when it is deleted, unless a report is open', async () => {
    const mix = await planted('published')
    await withTenant(ref, (db) =>
      db.takedown.create({
        data: { mixId: mix.id, kind: 'other', claimantName: 'x', claimantEmail: 'x@label.example', work: 'x', statement: 'x' },
      }),
    )
    expect(await refusal(deleteMix(dj, { mixId: mix.id }))).toEqual(['conflict', 'mix.takedownOpen'])
    await withTenant(ref, (db) => db.takedown.updateMany({ where: { mixId: mix.id }, data: { state: 'rejected' } }))
    await deleteMix(dj, { mixId: mix.id })
    expect(await refusal(requireMix(dj, { slug: mix.slug }))).toEqual(['not_found', 'not_found'])
    const jobs = await database.asOwner<{ job: string }>("select job from outbox_event where job = 'recording.forget'")
    expect(jobs.length).toBeGreaterThan(0)
  })
})

describe('many mixes', () => {
  it('are changed together and taken back, but for what somebody touched since', async () => {
    const [one, two] = [await planted(), await planted()]
    const { before } = await editMixes(dj, { mixIds: [one.id, two.id], change: { genre: 'Jungle', moods: ['dark'] } })
    expect((await requireEditedMix(dj, { mixId: one.id })).genre).toBe('Jungle')
    const touched = await requireEditedMix(dj, { mixId: two.id })
    await updateMix(dj, { mixId: two.id, expectedVersion: touched.version, fields: fields({ genre: 'Dub' }) })
    expect(await undoEditMixes(dj, { before })).toEqual({ restored: 1, kept: 1 })
    expect((await requireEditedMix(dj, { mixId: one.id })).genre).toBeNull()
    expect((await requireEditedMix(dj, { mixId: two.id })).genre).toBe('Dub')
  })

  it('are all changed or none: one that is not there stops it', async () => {
    const mix = await planted()
    const other = '00000000-0000-7000-8000-000000000000'
    expect(await refusal(editMixes(dj, { mixIds: [mix.id, other], change: { genre: 'x' } }))).toEqual(['not_found', 'not_found'])
    expect((await requireEditedMix(dj, { mixId: mix.id })).genre).toBeNull()
  })

  it('are published with a declaration each, and withdrawn; what can’t be stays', async () => {
    const [ready, down] = [await planted(), await planted('taken_down')]
    const silent = await withTenant(ref, (db) =>
      db.mix.create({ data: { slug: 'silent', title: 'Silent', recordedOn: new Date(0), moods: [] } }),
    )
    const mixIds = [ready.id, down.id, silent.id]
    expect(await publishMixes(dj, { mixIds, declared: true })).toEqual({ changed: 1, mixIds: [ready.id], left: 2 })
    expect(await declarations(ready.id)).toHaveLength(1)
    expect(await withdrawMixes(dj, { mixIds })).toEqual({ changed: 1, mixIds: [ready.id], left: 2 })
    expect((await requireEditedMix(dj, { mixId: down.id })).publication).toBe('taken_down')
  })
})

describe('publication', () => {
  it('asks for something to hear, notes the declaration, and shows it to everybody at once', async () => {
    const mix = await planted()
    expect(await refusal(requireMix(dj, { slug: mix.slug }))).toEqual(['not_found', 'not_found'])
    expect((await requireMixPreview(dj, { mixId: mix.id })).title).toBe(mix.title)
    const before = await revision()
    const out = await publishMix(dj, { mixId: mix.id, expectedVersion: mix.version, declared: true })
    expect((await requireMix(dj, { slug: mix.slug })).id).toBe(mix.id)
    expect(await revision()).toBe(before + 1)
    expect(await declarations(mix.id)).toMatchObject([{ accountName: 'Danny', recordingId: mix.recordingId }])
    const back = await withdrawMix(dj, { mixId: mix.id, expectedVersion: out.version })
    expect(await refusal(requireMix(dj, { slug: mix.slug }))).toEqual(['not_found', 'not_found'])
    const again = await publishMix(dj, { mixId: mix.id, expectedVersion: back.version, declared: true })
    // It keeps its place in the catalogue.
    expect(again.publishedAt).toEqual(out.publishedAt)
    expect(await declarations(mix.id)).toHaveLength(2)
  })

  it('is the takedown desk’s alone once a mix was taken down', async () => {
    const mix = await planted('taken_down')
    const input = { mixId: mix.id, expectedVersion: mix.version, declared: true as const }
    for (const verb of [publishMix, unlistMix, withdrawMix]) expect(await refusal(verb(dj, input))).toEqual(['conflict', 'mix.takenDown'])
    expect(await refusal(createListenLink(dj, { mixId: mix.id, label: '', days: 1 }))).toEqual(['conflict', 'mix.takenDown'])
  })

  it('later is told by the clocks of the tenant’s own zone, through their changes', async () => {
    const mix = await planted()
    const early = at('2026-03-01T00:00:00Z')
    const schedule = (wall: string, turn: 'first' | 'second', expectedVersion: number) =>
      scheduleMix(early, { mixId: mix.id, expectedVersion, declared: true, at: wall, turn })
    // London: the hour from one to two is left out that night, and comes twice in autumn.
    expect(await refusal(schedule('2026-03-29T01:30', 'first', mix.version))).toEqual(['invalid', 'invalid'])
    expect(await refusal(schedule('2026-02-01T01:30', 'first', mix.version))).toEqual(['invalid', 'invalid'])
    const first = await schedule('2026-10-25T01:30', 'first', mix.version)
    expect(first.publishedAt?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
    const second = await schedule('2026-10-25T01:30', 'second', first.version)
    expect(second.publishedAt?.toISOString()).toBe('2026-10-25T01:30:00.000Z')
    const off = await withdrawMix(early, { mixId: mix.id, expectedVersion: second.version })
    expect(off).toMatchObject({ publication: 'draft', publishedAt: null })
  })

  it('waits for audio that is still being made, unseen by members too, and comes out with it', async () => {
    const mix = await planted()
    const recordingId = mix.recordingId ?? ''
    const stage = (name: string, current: boolean) =>
      database.asOwner(
        `with r as (update recording set stage = $2::"RecordingStage", ready_at = now() where id = $1 returning id)
         update mix set recording_id = case when $3 then $1::uuid end where id = $4`,
        [recordingId, name, current, mix.id],
      )
    await stage('failed', false)
    const asked = { mixId: mix.id, expectedVersion: mix.version, declared: true as const }
    expect(await refusal(publishWhenReady(dj, asked))).toEqual(['conflict', 'mix.notReady'])
    await stage('measured', false)
    expect(await refusal(publishMix(dj, asked))).toEqual(['conflict', 'mix.notReady'])
    const waiting = await publishWhenReady(dj, asked)
    expect(waiting).toMatchObject({ publication: 'scheduled' })
    expect(await declarations(mix.id)).toMatchObject([{ recordingId }])
    expect(await releaseDueMixes(dj)).toBe(0)
    const fan = await testAccount(ref, 'fan')
    expect(await getStanding(ref, { mixId: mix.id, accountId: fan.actor.accountId, linkHash: null })).toMatchObject({ open: false })

    await stage('ready', true)
    expect(await releaseDueMixes(dj)).toBe(1)
    expect((await requireMix(fan, { slug: mix.slug })).id).toBe(mix.id)
    expect(await getStanding(ref, { mixId: mix.id, accountId: null, linkHash: null })).toMatchObject({ open: true })
    const out = await requireEditedMix(dj, { mixId: mix.id })
    expect(out.publishedAt?.getTime()).toBeGreaterThan(waiting.publishedAt?.getTime() ?? 0)
  })

  it('is out at once when its audio turned ready meanwhile', async () => {
    const mix = await planted()
    expect(await publishWhenReady(dj, { mixId: mix.id, expectedVersion: mix.version, declared: true })).toMatchObject({
      publication: 'published',
    })
  })

  it('comes by itself when it is due, once, however many try', async () => {
    const mix = await planted()
    await database.asOwner(`update recording set ready_at = '2019-12-31' where id = $1`, [mix.recordingId])
    const early = at('2020-01-01T00:00:00Z')
    await scheduleMix(early, { mixId: mix.id, expectedVersion: mix.version, declared: true, at: '2020-01-02T20:00', turn: 'first' })
    expect(await releaseDueMixes(early)).toBe(0)
    const before = await revision()
    const released = await Promise.all([releaseDueMixes(dj), releaseDueMixes(dj)])
    expect(released.sort()).toEqual([0, 1])
    expect(await revision()).toBe(before + 1)
    expect((await requireMix(dj, { slug: mix.slug })).publishedAt.toISOString()).toBe('2020-01-02T20:00:00.000Z')
  })
})

describe('a listen link', () => {
  it('opens what is not public until it ends, and nothing else', async () => {
    const mix = await planted()
    await unlistMix(dj, { mixId: mix.id, expectedVersion: mix.version, declared: true })
    const { token } = await createListenLink(dj, { mixId: mix.id, label: 'A label', days: 7 })
    const other = await planted('unlisted')
    const hears = async (mixId: string) => (await getStanding(ref, { mixId, accountId: null, linkHash: hashToken(token) }))?.open
    expect((await requireLinkedMix(dj, { slug: mix.slug, link: token })).id).toBe(mix.id)
    expect([await hears(mix.id), await hears(other.id)]).toEqual([true, false])
    expect(await refusal(requireLinkedMix(dj, { slug: other.slug, link: token }))).toEqual(['not_found', 'not_found'])
    const [link] = await listListenLinks(dj, { mixId: mix.id })
    expect(link).toMatchObject({ label: 'A label', state: 'live' })
    await revokeListenLink(dj, { linkId: link?.id ?? '' })
    await revokeListenLink(dj, { linkId: link?.id ?? '' })
    expect(await hears(mix.id)).toBe(false)
    expect(await refusal(requireLinkedMix(dj, { slug: mix.slug, link: token }))).toEqual(['not_found', 'not_found'])
    const stored = await database.asOwner<{ token_hash: string }>('select token_hash from listen_link where mix_id = $1', [mix.id])
    expect(stored.some(({ token_hash }) => token_hash === token)).toBe(false)
  })

  it('that has expired opens nothing, and a public mix stays open to a bad one', async () => {
    const mix = await planted('published')
    const { token } = await createListenLink(at('2020-01-01T00:00:00Z'), { mixId: mix.id, label: '', days: 1 })
    expect((await listListenLinks(dj, { mixId: mix.id }))[0]?.state).toBe('expired')
    expect((await requireLinkedMix(dj, { slug: mix.slug, link: token })).id).toBe(mix.id)
  })
})

describe('before its time', () => {
  it('a scheduled mix stands in the lists of those whose tier opens it, and of nobody else', async () => {
    const mix = await planted()
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16)
    const inUtc = { ...dj, tenant: { ...dj.tenant, timeZone: 'UTC' } }
    await scheduleMix(inUtc, { mixId: mix.id, expectedVersion: mix.version, declared: true, at: inHours(20), turn: 'first' })
    const member = async (rank: number, earlyAccessHours: number) => {
      const fan = await testAccount(ref, 'fan', `fan-${rank}`)
      await withTenant(ref, async (db) => {
        const tier = await db.tier.create({
          data: { slug: `tier-${rank}`, name: { en: 'x' }, rank, currency: 'GBP', priceMonthMinor: 1, quality: 'aac256', earlyAccessHours },
        })
        await db.membership.create({ data: { accountId: fan.actor.accountId, tierId: tier.id, source: 'granted' } })
      })
      return fan
    }
    const [early, late, none] = [await member(2, 48), await member(1, 2), await testAccount(ref, 'fan', 'nobody')]
    const sees = async (ctx: Parameters<typeof listMixes>[0]) => {
      const { mixes } = await listMixes(ctx, listMixesSchema.parse({}))
      const page = await refusal(requireMix(ctx, { slug: mix.slug }))
      return [mixes.some(({ id }) => id === mix.id), page === null]
    }
    expect(await sees(early)).toEqual([true, true])
    // It says of itself until when it is early; what is out does not.
    const { mixes } = await listMixes(early, listMixesSchema.parse({}))
    const { publishedAt } = await requireEditedMix(dj, { mixId: mix.id })
    expect(mixes.filter(({ opensAt }) => opensAt !== null)).toMatchObject([{ id: mix.id, opensAt: publishedAt }])
    const visitor = { ...early, actor: { kind: 'anonymous' as const } }
    for (const ctx of [late, none, visitor]) expect(await sees(ctx)).toEqual([false, false])
    const { version } = await requireEditedMix(dj, { mixId: mix.id })
    await updateMix(dj, { mixId: mix.id, expectedVersion: version, fields: fields({ title: 'Kept back', earlyAccess: false }) })
    expect(await sees(early)).toEqual([false, false])
  })
})
