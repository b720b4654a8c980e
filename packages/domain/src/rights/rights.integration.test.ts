import { limits } from '@residency/config'
import { type TenantRef, withTenant } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getStanding } from '../access/index.ts'
import type { AccountContext, TenantContext } from '../context/index.ts'
import { plantRecording, signedIn, visitor } from '../testing/index.ts'
import { lettersTo } from '../testing/post-room.ts'
import {
  continueClaim,
  counterTakedown,
  decideTakedown,
  listTakedowns,
  reportMix,
  requireClaim,
  requireTakedown,
  restoreDueMixes,
} from './index.ts'

let database: TestDatabase
let alpha: TenantRef & { slug: string }
let owner: AccountContext
let mix: { id: string; slug: string }
let many = 0

const day = 24 * 3_600_000
const statement = 'I made this record and nobody asked me.'
const plant = async (more: Parameters<typeof plantRecording>[1] = {}) => {
  const { mixId: id } = await plantRecording(alpha, { renditions: ['aac128'], segments: 1, ...more })
  return withTenant(alpha, (db) => db.mix.findFirstOrThrow({ where: { id }, select: { id: true, slug: true } }))
}
const claimant = () => {
  many += 1
  return `label-${many}@label.example`
}
const report = (email: string, ctx: TenantContext = visitor(alpha), slug = mix.slug) =>
  reportMix(ctx, {
    slug,
    link: null,
    kind: 'copyright',
    name: 'A Label',
    email,
    work: 'The third track',
    statement,
    at: 61_000,
    sworn: true,
  })
const decide = (takedownId: string, decision: 'uphold' | 'reject' | 'reconsider', ctx = owner) =>
  decideTakedown(ctx, { takedownId, decision, reason: 'As it says.' })
const counter = (takedownId: string, ctx = owner) =>
  counterTakedown(ctx, { takedownId, name: 'Danny', statement: 'I have a licence for all of it.', sworn: true })
const publicationOf = async (id = mix.id) =>
  (await withTenant(alpha, (db) => db.mix.findFirstOrThrow({ where: { id }, select: { publication: true } }))).publication
const revision = async () =>
  Number((await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [alpha.tenantId]))[0]?.revision)
const tokenTo = async (email: string) => {
  const letter = (await lettersTo(alpha, email)).at(-1)
  return String(letter?.props.url).split('/').at(-1) ?? ''
}
const templatesTo = async (email: string) => (await lettersTo(alpha, email)).map(({ template }) => template)
const later = <C extends TenantContext>(ctx: C, ms: number): C => ({ ...ctx, now: () => new Date(Date.now() + ms) })

beforeAll(async () => {
  database = await createTestDatabase()
  alpha = await database.createTenant('alpha')
  owner = await signedIn(alpha, { role: 'owner', name: 'Danny', email: 'danny@crew.example' })
})
beforeEach(async () => {
  mix = await plant()
})
afterAll(() => database.drop())

describe('a report', () => {
  it('needs no account, gets a receipt with the way to the claim, and reaches the desk', async () => {
    const email = claimant()
    const { id } = await report(email, visitor(alpha, { locale: 'es' }))
    const [letter] = await lettersTo(alpha, email)
    expect(letter).toMatchObject({ template: 'claimReceived', locale: 'es', props: { title: 'A planted mix' } })
    expect(String(letter?.props.url)).toMatch(/^\/es\/claims\//)
    // Whatever a stranger typed goes to nobody but the desk.
    expect(JSON.stringify(letter?.props)).not.toContain(statement)
    expect((await lettersTo(alpha, 'danny@crew.example')).at(-1)).toMatchObject({
      template: 'mixReported',
      props: { url: `/studio/takedowns/${id}` },
    })
    expect(await requireTakedown(owner, { takedownId: id })).toMatchObject({ atMs: 61_000, state: 'reported', steps: ['uphold', 'reject'] })
    expect(await publicationOf()).toBe('published')
  })

  it('sent again while it waits is the same, with no second letter', async () => {
    const email = claimant()
    const [one, other] = await Promise.all([report(email), report(email)])
    expect(other).toEqual(one)
    expect(await templatesTo(email)).toEqual(['claimReceived'])
  })

  it('is of a mix that can be seen', async () => {
    const draft = await plant({ publication: 'draft', publishedAt: null })
    await expect(report(claimant(), visitor(alpha), draft.slug)).rejects.toMatchObject({ code: 'not_found' })
    await expect(report(claimant(), visitor(alpha), 'no-such-mix')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is one of a measure a day from one address', async () => {
    const email = claimant()
    for (let made = 0; made < limits.claimsPerAddressPerDay; made += 1) await report(email, visitor(alpha), (await plant()).slug)
    await expect(report(email)).rejects.toMatchObject({ code: 'too_many' })
    await report(email, later(visitor(alpha), day + 1_000))
  })
})

describe('the desk', () => {
  it('takes a mix down at once, for everybody, and tells both sides', async () => {
    const email = claimant()
    const { id } = await report(email)
    const before = await revision()
    await decide(id, 'uphold')
    expect(await publicationOf()).toBe('taken_down')
    expect(await revision()).toBeGreaterThan(before)
    expect(await getStanding(alpha, { mixId: mix.id, accountId: null, linkHash: null })).toMatchObject({ open: false, reason: 'hidden' })
    expect((await lettersTo(alpha, email)).at(-1)).toMatchObject({ template: 'claimUpheld', props: { decision: 'As it says.' } })
    expect((await templatesTo('danny@crew.example')).at(-1)).toBe('mixTakenDown')
    const audit = await withTenant(alpha, (db) => db.auditEntry.findMany({ where: { subjectKind: 'takedown', subjectId: id } }))
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['takedown.reported', 'takedown.upheld']))
  })

  it('rejects with a reason, and may change its mind both ways', async () => {
    const email = claimant()
    const { id } = await report(email)
    await decide(id, 'reject')
    expect(await publicationOf()).toBe('published')
    expect((await templatesTo(email)).at(-1)).toBe('claimRejected')
    await decide(id, 'uphold')
    expect(await publicationOf()).toBe('taken_down')
    await decide(id, 'reconsider')
    expect(await publicationOf()).toBe('published')
    expect((await templatesTo(email)).at(-1)).toBe('claimRestored')
    await expect(decide(id, 'uphold')).rejects.toMatchObject({ messageKey: 'takedown.notNow' })
  })

  it('decides once, when two press at the same moment', async () => {
    const { id } = await report(claimant())
    const outcome = await Promise.allSettled([decide(id, 'uphold'), decide(id, 'reject'), decide(id, 'uphold')])
    // A rejection may be turned round by the one after it; a mix is never down and rejected at once.
    const { state } = await requireTakedown(owner, { takedownId: id })
    expect(await publicationOf()).toBe(state === 'upheld' ? 'taken_down' : 'published')
    expect(outcome.some(({ status }) => status === 'rejected')).toBe(true)
  })

  it('is for those who may decide', async () => {
    const { id } = await report(claimant())
    const editor = await signedIn(alpha, { role: 'editor' })
    await expect(decide(id, 'uphold', editor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(counter(id, editor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(requireTakedown(editor, { takedownId: id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listTakedowns(editor, { show: 'open', page: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('brings a mix back to what it was: an unlisted one stays unlisted, one whose day has come is out', async () => {
    const unlisted = await plant({ publication: 'unlisted' })
    const crewReport = await report(claimant(), owner, unlisted.slug)
    await decide(crewReport.id, 'uphold')
    await decide(crewReport.id, 'reconsider')
    expect(await publicationOf(unlisted.id)).toBe('unlisted')
    const scheduled = await plant({ publication: 'scheduled', publishedAt: new Date(Date.now() + day) })
    const ahead = await report(claimant(), owner, scheduled.slug)
    await decide(ahead.id, 'uphold')
    await decide(ahead.id, 'reconsider', later(owner, 2 * day))
    expect(await publicationOf(scheduled.id)).toBe('published')
  })
})

describe('a counter-notice', () => {
  const upheld = async () => {
    const email = claimant()
    const { id } = await report(email)
    await decide(id, 'uphold')
    return { email, id }
  }

  it('is told to the claimant, and brings the mix back when they let the time pass, once', async () => {
    const { email, id } = await upheld()
    const { restoreAfter } = await counter(id)
    expect((await lettersTo(alpha, email)).at(-1)).toMatchObject({
      template: 'claimCountered',
      props: { until: restoreAfter.toISOString() },
    })
    const claim = await requireClaim(visitor(alpha), { unverifiedToken: await tokenTo(email) })
    expect(claim).toMatchObject({ state: 'countered', counter: { name: 'Danny' }, restoreAfter })
    await restoreDueMixes(later(owner, 9 * day))
    expect(await publicationOf()).toBe('taken_down')
    const due = later(owner, 15 * day)
    const ended = await Promise.all([restoreDueMixes(due), restoreDueMixes(due)])
    expect(ended.reduce((sum, count) => sum + count)).toBe(1)
    expect(await publicationOf()).toBe('published')
    expect((await templatesTo(email)).filter((template) => template === 'claimRestored')).toHaveLength(1)
    await expect(counter(id)).rejects.toMatchObject({ messageKey: 'takedown.notNow' })
  })

  it('is ended by a claimant who goes on: then the mix stays down', async () => {
    const { email, id } = await upheld()
    await counter(id)
    const unverifiedToken = await tokenTo(email)
    await continueClaim(visitor(alpha), { unverifiedToken, statement: 'Filed at the High Court.' })
    expect((await templatesTo('danny@crew.example')).at(-1)).toBe('claimContinued')
    await restoreDueMixes(later(owner, 60 * day))
    expect(await publicationOf()).toBe('taken_down')
    await expect(decide(id, 'reconsider')).rejects.toMatchObject({ code: 'conflict' })
    await expect(counter(id)).rejects.toMatchObject({ code: 'conflict' })
    await expect(continueClaim(visitor(alpha), { unverifiedToken, statement: 'And once again.' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('does not bring back what another claim holds', async () => {
    const { id } = await upheld()
    // The mix can't be seen any more: the second claim was made before.
    const second = await withTenant(alpha, (db) =>
      db.takedown.create({
        data: { mixId: mix.id, kind: 'copyright', claimantName: 'B', claimantEmail: claimant(), work: 'Track one', statement },
      }),
    )
    await decide(second.id, 'uphold')
    await decide(id, 'reconsider')
    expect(await publicationOf()).toBe('taken_down')
    await decide(second.id, 'reconsider')
    expect(await publicationOf()).toBe('published')
  })

  it('is no stranger’s to answer', async () => {
    const { id } = await upheld()
    await counter(id)
    for (const unverifiedToken of ['', 'x', 'eyJ2IjoiYSJ9.AAAA'])
      await expect(continueClaim(visitor(alpha), { unverifiedToken, statement: 'Filed at the court.' })).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})

it('a tenant is marked from the third mix of a year, also when it deletes them', async () => {
  const beta = await database.createTenant('beta')
  const hers = await signedIn(beta, { role: 'owner' })
  const shelf = () => listTakedowns(hers, { show: 'all', page: 1 })
  for (let made = 1; made <= 3; made += 1) {
    const { mixId } = await plantRecording(beta, { renditions: ['aac128'], segments: 1 })
    const { slug } = await withTenant(beta, (db) => db.mix.findFirstOrThrow({ where: { id: mixId } }))
    const { id } = await report(claimant(), visitor(beta), slug)
    await decide(id, 'uphold', hers)
    expect(await shelf()).toMatchObject({ strikes: made, isMarked: made === 3 })
    if (made === 1) await withTenant(beta, (db) => db.mix.delete({ where: db.key(mixId) }))
  }
  expect(await listTakedowns(later(hers, 366 * day), { show: 'all', page: 1 })).toMatchObject({ strikes: 0, isMarked: false })
})
