import { limits } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { deleteAccount, exportMyData } from '../identity/index.ts'
import { savePosition } from '../listening/index.ts'
import { plantRecording, signedIn, visitor } from '../testing/index.ts'
import {
  changeFollow,
  changeLike,
  deleteComment,
  getMyCommunity,
  listModeratedComments,
  moderateComments,
  muteWords,
  reportComment,
  requireMixCommunity,
  writeComment,
} from './index.ts'

let database: TestDatabase
let alpha: TenantRef
let moderator: AccountContext
let mixId: string
let slug: string

const plant = async (more: Parameters<typeof plantRecording>[1] = {}) => {
  const { mixId: id } = await plantRecording(alpha, { renditions: ['aac128'], segments: 10, ...more })
  const mix = await withTenant(alpha, (db) => db.mix.findFirstOrThrow({ where: { id } }))
  return { id, slug: mix.slug }
}
const settled = (ms = 25 * 3_600_000) => ({ now: () => new Date(Date.now() + ms) })
const said = (ctx: AccountContext, body: string, at = 0) => writeComment(ctx, { mixId, link: null, at, body })
const seen = (ctx: TenantContext, of = slug) => requireMixCommunity(ctx, { slug: of, link: null, page: 1 })

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha')
  moderator = await signedIn(alpha, { role: 'moderator', name: 'Mo' })
  ;({ id: mixId, slug } = await plant())
})
afterAll(() => database.drop())

describe('a like', () => {
  it('counts once, however often and however fast it is said, and is taken back', async () => {
    const fan = await signedIn(alpha)
    await Promise.all(Array.from({ length: 6 }, () => changeLike(fan, { mixId, link: null, liked: true })))
    expect(await seen(fan)).toMatchObject({ likes: 1, liked: true })
    expect(await seen(visitor(alpha))).toMatchObject({ likes: 1, liked: false, maySpeak: false })
    await changeLike(fan, { mixId, link: null, liked: false })
    await changeLike(fan, { mixId, link: null, liked: false })
    expect(await seen(fan)).toMatchObject({ likes: 0, liked: false })
  })

  it('needs somebody, and a mix that they can hear', async () => {
    const fan = await signedIn(alpha)
    const draft = await plant({ publication: 'draft', publishedAt: null })
    const gold = { slug: 'gold', name: { en: 'Gold' }, rank: 1, currency: 'GBP', priceMonthMinor: 500, quality: 'aac256' } as const
    const tier = await withTenant(alpha, (db) => db.tier.create({ data: gold }))
    const kept = await plant({ exclusiveTierId: tier.id })
    await expect(changeLike(visitor(alpha), { mixId, link: null, liked: true })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(changeLike(fan, { mixId: draft.id, link: null, liked: true })).rejects.toMatchObject({ code: 'not_found' })
    await expect(changeLike(fan, { mixId: kept.id, link: null, liked: true })).rejects.toMatchObject({ messageKey: 'comment.notHeard' })
    await expect(seen(fan, draft.slug)).rejects.toMatchObject({ code: 'not_found' })
    expect(await seen(fan, kept.slug)).toMatchObject({ maySpeak: false })
  })

  it('and a follow are told on one’s own page', async () => {
    const fan = await signedIn(alpha)
    await changeLike(fan, { mixId, link: null, liked: true })
    await changeFollow(fan, { following: true })
    await changeFollow(fan, { following: true })
    expect(await getMyCommunity(fan)).toMatchObject({ following: true, likes: [{ mixId, isPublic: true }] })
    await changeFollow(fan, { following: false })
    expect(await getMyCommunity(fan)).toMatchObject({ following: false })
    expect(await getMyCommunity(await signedIn(alpha))).toEqual({ following: false, likes: [] })
  })
})

describe('a comment', () => {
  it('stands at its moment, never beyond the mix’s end, and marks it', async () => {
    const fan = await signedIn(alpha, { name: 'Ana' })
    const { id, slug: own } = await plant()
    const late = await writeComment(fan, { mixId: id, link: null, at: 3_600_000, body: 'the end' })
    const early = await writeComment(fan, { mixId: id, link: null, at: 5_400, body: 'that bass' })
    await writeComment(moderator, { mixId: id, link: null, at: 5_900, body: 'thanks' })
    const found = await seen(fan, own)
    expect(found.comments.map((comment) => comment.id).indexOf(early.id)).toBe(0)
    expect(found.comments.at(-1)).toMatchObject({ id: late.id, atMs: 60_000, author: 'Ana', isMine: true, isCrew: false })
    expect(found.comments[1]).toMatchObject({ author: 'Mo', isCrew: true, isMine: false })
    expect(found).toMatchObject({
      total: 3,
      markers: [
        { ms: 5_000, count: 2 },
        { ms: 60_000, count: 1 },
      ],
    })
  })

  it('sent twice is one', async () => {
    const fan = await signedIn(alpha)
    const [one, other] = await Promise.all([said(fan, 'once', 1_000), said(fan, 'once', 1_000)])
    expect(other).toEqual(one)
  })

  it('needs an address that was confirmed, and a mix that takes comments', async () => {
    const unproved = await signedIn(alpha, { verified: false })
    await expect(said(unproved, 'hello')).rejects.toMatchObject({ messageKey: 'comment.verifyFirst' })
    const shut = await plant()
    await withTenant(alpha, (db) => db.mix.update({ where: db.key(shut.id), data: { commentsOpen: false } }))
    const fan = await signedIn(alpha)
    await expect(writeComment(fan, { mixId: shut.id, link: null, at: 0, body: 'hello' })).rejects.toMatchObject({
      messageKey: 'comment.closed',
    })
  })

  it('brings no link on an account’s first day and one after it; crew bring what they like', async () => {
    const fan = await signedIn(alpha)
    const link = 'see https://label.example'
    await expect(said(fan, link)).rejects.toMatchObject({ messageKey: 'comment.noLinksYet' })
    await said({ ...fan, ...settled() }, link)
    await expect(said({ ...fan, ...settled() }, `${link} ${link}`)).rejects.toMatchObject({ messageKey: 'comment.links' })
    await said(moderator, `${link} ${link}`)
  })

  it('is one of a measure an hour, also when all are sent at once', async () => {
    const fan = await signedIn(alpha)
    const tries = Array.from({ length: limits.commentsPerHour + 6 }, (_, at) =>
      said(fan, `number ${at}`).then(
        () => 'in',
        () => 'out',
      ),
    )
    const outcome = await Promise.all(tries)
    expect(outcome.filter((word) => word === 'in')).toHaveLength(limits.commentsPerHour)
    await expect(said(fan, 'one more')).rejects.toMatchObject({ code: 'too_many' })
    await said({ ...fan, ...settled(61 * 60_000) }, 'an hour later')
  })

  it('is taken back by its author alone', async () => {
    const fan = await signedIn(alpha)
    const { id } = await said(fan, 'oops')
    await expect(deleteComment(await signedIn(alpha), { commentId: id })).rejects.toMatchObject({ code: 'not_found' })
    await deleteComment(fan, { commentId: id })
    await expect(deleteComment(fan, { commentId: id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('moderation', () => {
  it('gathers reports, hides from everybody but the author, and brings back', async () => {
    const own = await plant()
    const fan = await signedIn(alpha, { name: 'Rude' })
    const other = await signedIn(alpha)
    const { id } = await writeComment(fan, { mixId: own.id, link: null, at: 0, body: 'a rude word' })
    await expect(reportComment(fan, { commentId: id, reason: 'spam' })).rejects.toMatchObject({ messageKey: 'comment.own' })
    await reportComment(other, { commentId: id, reason: 'abuse' })
    await reportComment(other, { commentId: id, reason: 'spam' })
    await reportComment(await signedIn(alpha), { commentId: id, reason: 'abuse' })
    const queue = await listModeratedComments(moderator, { show: 'reported', q: 'rude', page: 1 })
    expect(queue).toMatchObject({ total: 1, waiting: 1, comments: [{ id, reports: { abuse: 2 }, author: 'Rude' }] })

    expect(await moderateComments(moderator, { commentIds: [id], moderation: 'hide' })).toBe(1)
    expect((await seen(other, own.slug)).comments).toEqual([])
    expect((await seen(visitor(alpha), own.slug)).markers).toEqual([])
    expect((await seen(fan, own.slug)).comments).toMatchObject([{ id, isHidden: true }])
    expect((await seen(moderator, own.slug)).comments).toMatchObject([{ id, isHidden: true }])
    expect(await listModeratedComments(moderator, { show: 'reported', q: '', page: 1 })).toMatchObject({ total: 0, waiting: 0 })
    // What was looked at stays looked at.
    await moderateComments(moderator, { commentIds: [id], moderation: 'show' })
    await reportComment(other, { commentId: id, reason: 'other' })
    expect((await listModeratedComments(moderator, { show: 'reported', q: '', page: 1 })).total).toBe(0)
    expect((await seen(other, own.slug)).comments).toMatchObject([{ id, isReported: true }])
  })

  it('deals with many at once, says who did it, and passes over what is gone', async () => {
    const fan = await signedIn(alpha)
    const ids = [(await said(fan, 'one')).id, (await said(fan, 'two')).id]
    const gone = '00000000-0000-4000-8000-0000000000ff'
    expect(await moderateComments(moderator, { commentIds: [...ids, gone], moderation: 'delete' })).toBe(2)
    const audit = await withTenant(alpha, (db) => db.auditEntry.findMany({ where: { subjectId: { in: ids } } }))
    expect(audit.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['comment.deleted', 'Mo'],
      ['comment.deleted', 'Mo'],
    ])
    expect(JSON.stringify(audit)).not.toContain('one')
    await expect(moderateComments(moderator, { commentIds: [gone], moderation: 'hide' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('holds a comment with a muted word back until somebody has looked, from everybody but its author', async () => {
    await muteWords(moderator, { words: ['pirata'] })
    const fan = await signedIn(alpha)
    const other = await signedIn(alpha)
    const { id } = await said(fan, '¡PIRÁTA!', 7_000)
    const crews = await said(moderator, 'No pirata here', 8_000)
    const views = async (ctx: TenantContext) => (await seen(ctx)).comments.find((comment) => comment.id === id)
    expect(await views(other)).toBeUndefined()
    expect(await views(fan)).toMatchObject({ isHidden: true, isHeld: true })
    expect((await seen(other)).markers).not.toContainEqual({ ms: 7_000, count: 1 })
    expect((await seen(other)).comments.map((comment) => comment.id)).toContain(crews.id)
    const queue = async () => (await listModeratedComments(moderator, { show: 'reported', q: '', page: 1 })).comments
    expect((await queue()).find((comment) => comment.id === id)).toMatchObject({ heldFor: 'pirata' })
    await moderateComments(moderator, { commentIds: [id], moderation: 'show' })
    expect(await views(other)).toMatchObject({ isHidden: false, isHeld: false })
    expect((await queue()).map((comment) => comment.id)).not.toContain(id)
    await muteWords(moderator, { words: [] })
    await expect(muteWords(fan, { words: [] })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is the crew’s', async () => {
    const fan = await signedIn(alpha)
    const { id } = await said(fan, 'mine')
    await expect(moderateComments(fan, { commentIds: [id], moderation: 'delete' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listModeratedComments(fan, { show: 'all', q: '', page: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('somebody’s own data', () => {
  it('holds what they said and heard, and is gone with the account', async () => {
    const fan = await signedIn(alpha, { passwordHash: null })
    const other = await signedIn(alpha)
    const { id } = await said(fan, 'words of mine', 2_000)
    const theirs = await said(other, 'words of theirs')
    await changeLike(fan, { mixId, link: null, liked: true })
    await changeFollow(fan, { following: true })
    await reportComment(fan, { commentId: theirs.id, reason: 'spam' })
    await savePosition(fan, { mixId, positionMs: 12_000, finished: false })
    const data = await exportMyData(fan, { password: null })
    expect(data).toMatchObject({
      community: {
        likes: [{ mix: 'A planted mix' }],
        comments: [{ body: 'words of mine', atMs: 2_000 }],
        reportsOfComments: [{ reason: 'spam' }],
      },
      listening: { leftOff: [{ positionMs: 12_000 }], history: [], sounds: [] },
      claims: [],
    })
    expect(JSON.stringify(data)).not.toContain('words of theirs')
    await deleteAccount(fan, { password: null, sure: true })
    expect((await seen(other)).comments.map((comment) => comment.id)).not.toContain(id)
    const left = await database.asOwner<{ count: number }>(
      `select (select count(*) from mix_like where account_id = $1) + (select count(*) from follow where account_id = $1)
        + (select count(*) from listening_position where account_id = $1) + (select count(*) from mix_comment where account_id = $1) as count`,
      [fan.actor.accountId],
    )
    expect(Number(left[0]?.count)).toBe(0)
  })
})
