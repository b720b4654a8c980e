import type { TenantRef } from '@residency/db'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAuditEntries } from '../audit/index.ts'
import { type AccountContext, type CrewRole, crewRoles } from '../context/index.ts'
import { signIn } from '../identity/index.ts'
import { validateSession } from '../sessions/index.ts'
import { lastLetterTo } from '../testing/post-room.ts'
import { signedIn, visitor } from '../testing/signed-in.ts'
import { acceptInvitation, changeRole, inspectInvitation, inviteCrew, listCrew, removeCrew, revokeInvitation } from './index.ts'

type Tenant = TenantRef & { slug: string }
let database: TestDatabase
let a: Tenant
let b: Tenant
let crew: Record<CrewRole | 'fan', AccountContext & { token: string }>
const password = 'kettle-drum-orchid-7'
beforeAll(async () => {
  database = await createTestDatabase()
  b = await database.createTenant()
})
afterAll(() => database.drop())
beforeEach(async () => {
  a = await database.createTenant()
  const made = []
  for (const role of ['fan', ...crewRoles] as const) made.push([role, await signedIn(a, { role, name: `The ${role}` })] as const)
  crew = Object.fromEntries(made) as typeof crew
})

const id = (role: CrewRole | 'fan') => crew[role].actor.accountId
const roleOf = async (accountId: string) =>
  (await database.asOwner<{ role: string }>('select role from account where id = $1', [accountId]))[0]?.role
const tokenFor = async (email: string) => (await lastLetterTo(a, email)).token

describe('inviting', () => {
  it('brings somebody new into the crew with a name and a password of their choice', async () => {
    const { invitationId } = await inviteCrew(crew.admin, { email: 'new@crew.example', role: 'editor' })
    const letter = await lastLetterTo(a, 'new@crew.example')
    expect(letter.template).toBe('crewInvitation')
    const state = await inspectInvitation(visitor(a), { unverifiedToken: letter.token })
    expect(state).toEqual({ state: 'join', email: 'new@crew.example', role: 'editor' })
    await expect(acceptInvitation(visitor(a), { token: letter.token, name: null, password })).rejects.toMatchObject({
      detail: { fields: { name: 'field.required' } },
    })
    await expect(acceptInvitation(visitor(a), { token: letter.token, name: 'New', password: 'short' })).rejects.toMatchObject({
      detail: { fields: { password: 'account.password.tooShort' } },
    })
    const entry = await acceptInvitation(visitor(a), { token: letter.token, name: 'New', password })
    if (entry.state !== 'signedIn') throw new Error(entry.state)
    expect((await validateSession(a, entry.session.token))?.actor.role).toBe('editor')
    expect((await signIn(visitor(a), { email: 'new@crew.example', password })).state).toBe('signedIn')
    await expect(acceptInvitation(visitor(a), { token: letter.token, name: 'New', password })).rejects.toThrowError('account.linkGone')
    const { invitations } = await listCrew(crew.admin)
    expect(invitations.some((each) => each.id === invitationId)).toBe(false)
  })

  it('raises a fan who has an account, when it is they who are signed in', async () => {
    const { email } = crew.fan.actor
    await inviteCrew(crew.owner, { email, role: 'moderator' })
    const token = await tokenFor(email)
    expect((await inspectInvitation(visitor(a), { unverifiedToken: token })).state).toBe('signIn')
    expect((await inspectInvitation(crew.editor, { unverifiedToken: token })).state).toBe('other')
    expect((await inspectInvitation(crew.fan, { unverifiedToken: token })).state).toBe('accept')
    const taken = { token, name: null, password: null }
    await expect(acceptInvitation(visitor(a), taken)).rejects.toThrowError('unauthenticated')
    await expect(acceptInvitation(crew.editor, taken)).rejects.toMatchObject({ code: 'conflict' })
    const entry = await acceptInvitation(crew.fan, taken)
    expect(await validateSession(a, crew.fan.token)).toBeNull()
    if (entry.state === 'signedIn') expect((await validateSession(a, entry.session.token))?.actor.role).toBe('moderator')
  })

  it('lets the invited person choose the password of an account that waits for its address', async () => {
    await signedIn(a, { email: 'waits@crew.example', passwordHash: 'a stranger’s', verified: false })
    await inviteCrew(crew.owner, { email: 'waits@crew.example', role: 'admin' })
    await acceptInvitation(visitor(a), { token: await tokenFor('waits@crew.example'), name: 'Right One', password })
    expect((await signIn(visitor(a), { email: 'waits@crew.example', password })).state).toBe('signedIn')
  })

  it('is worth nothing when revoked, replaced, a week old, or at another site', async () => {
    const email = 'gone@crew.example'
    const open = async (ctx: AccountContext = crew.owner) => ({
      ...(await inviteCrew(ctx, { email, role: 'editor' })),
      token: await tokenFor(email),
    })
    const joins = (token: string, ctx = visitor(a)) => acceptInvitation(ctx, { token, name: 'N', password })
    const first = await open()
    const second = await open()
    await expect(joins(first.token)).rejects.toThrowError('account.linkGone')
    await expect(joins(second.token, visitor(b))).rejects.toThrowError('account.linkGone')
    await expect(joins(second.token, visitor(a, { now: () => new Date(Date.now() + 7.1 * 86_400_000) }))).rejects.toThrowError(
      'account.linkGone',
    )
    await revokeInvitation(crew.admin, { invitationId: second.invitationId })
    await expect(joins(second.token)).rejects.toThrowError('account.linkGone')
    await expect(revokeInvitation(crew.admin, { invitationId: second.invitationId })).rejects.toThrowError('not_found')
    expect(await inspectInvitation(visitor(a), { unverifiedToken: second.token })).toEqual({ state: 'gone' })
  })

  it('is refused for a role above one’s own, to lower roles, and for who is crew already', async () => {
    const email = 'x@crew.example'
    await expect(inviteCrew(crew.admin, { email, role: 'owner' })).rejects.toThrowError('forbidden')
    for (const role of ['fan', 'moderator', 'editor'] as const)
      await expect(inviteCrew(crew[role], { email, role: 'moderator' })).rejects.toThrowError('forbidden')
    await expect(inviteCrew(visitor(a), { email, role: 'moderator' })).rejects.toThrowError('unauthenticated')
    await expect(inviteCrew(crew.owner, { email: crew.editor.actor.email, role: 'admin' })).rejects.toMatchObject({ code: 'conflict' })
    const { invitationId } = await inviteCrew(crew.owner, { email, role: 'owner' })
    await expect(revokeInvitation(crew.admin, { invitationId })).rejects.toThrowError('forbidden')
    const stranger = await signedIn(b, { role: 'owner' })
    await expect(revokeInvitation(stranger, { invitationId })).rejects.toThrowError('not_found')
  })
})

describe('roles', () => {
  it('are changed by admins up to their own rank; the member signs in anew', async () => {
    await changeRole(crew.admin, { accountId: id('moderator'), role: 'admin' })
    expect(await roleOf(id('moderator'))).toBe('admin')
    expect(await validateSession(a, crew.moderator.token)).toBeNull()
    await expect(changeRole(crew.admin, { accountId: id('editor'), role: 'owner' })).rejects.toThrowError('forbidden')
    await expect(changeRole(crew.admin, { accountId: id('owner'), role: 'editor' })).rejects.toThrowError('forbidden')
    await changeRole(crew.owner, { accountId: id('editor'), role: 'owner' })
    expect(await roleOf(id('editor'))).toBe('owner')
  })

  it('are not changed by editors, moderators, fans, strangers, or of fans', async () => {
    for (const role of ['editor', 'moderator', 'fan'] as const) {
      await expect(changeRole(crew[role], { accountId: id('moderator'), role: 'admin' })).rejects.toThrowError('forbidden')
    }
    await expect(changeRole(visitor(a), { accountId: id('moderator'), role: 'admin' })).rejects.toThrowError('unauthenticated')
    await expect(changeRole(crew.owner, { accountId: id('fan'), role: 'admin' })).rejects.toThrowError('not_found')
    const stranger = await signedIn(b, { role: 'owner' })
    await expect(changeRole(stranger, { accountId: id('moderator'), role: 'admin' })).rejects.toThrowError('not_found')
    expect(await roleOf(id('moderator'))).toBe('moderator')
  })

  it('the last owner stays one', async () => {
    const last = { code: 'conflict', detail: { messageKey: 'account.lastOwner' } }
    await expect(changeRole(crew.owner, { accountId: id('owner'), role: 'editor' })).rejects.toMatchObject(last)
    await expect(removeCrew(crew.owner, { accountId: id('owner') })).rejects.toMatchObject(last)
    await changeRole(crew.owner, { accountId: id('admin'), role: 'owner' })
    const session = await changeRole(crew.owner, { accountId: id('owner'), role: 'editor' })
    expect((await validateSession(a, session?.token ?? ''))?.actor.role).toBe('editor')
  })

  it('of two owners who demote each other at once one remains', async () => {
    const second = await signedIn(a, { role: 'owner' })
    await Promise.allSettled([
      changeRole(crew.owner, { accountId: second.actor.accountId, role: 'editor' }),
      changeRole(second, { accountId: id('owner'), role: 'editor' }),
    ])
    const owners = await database.asOwner("select 1 from account where tenant_id = $1 and role = 'owner'", [a.tenantId])
    expect(owners).toHaveLength(1)
  })
})

describe('leaving', () => {
  it('makes a fan again, signed out everywhere', async () => {
    await removeCrew(crew.admin, { accountId: id('editor') })
    expect(await roleOf(id('editor'))).toBe('fan')
    expect(await validateSession(a, crew.editor.token)).toBeNull()
    await expect(removeCrew(crew.admin, { accountId: id('editor') })).rejects.toThrowError('not_found')
  })

  it('of oneself is everybody’s right, and this browser stays signed in', async () => {
    const session = await removeCrew(crew.moderator, { accountId: id('moderator') })
    expect((await validateSession(a, session?.token ?? ''))?.actor.role).toBe('fan')
  })

  it('of others is refused below admin and above one’s rank', async () => {
    await expect(removeCrew(crew.editor, { accountId: id('moderator') })).rejects.toThrowError('forbidden')
    await expect(removeCrew(crew.fan, { accountId: id('moderator') })).rejects.toThrowError('forbidden')
    await expect(removeCrew(crew.admin, { accountId: id('owner') })).rejects.toThrowError('forbidden')
    await expect(removeCrew(visitor(a), { accountId: id('moderator') })).rejects.toThrowError('unauthenticated')
    await expect(removeCrew(await signedIn(b, { role: 'owner' }), { accountId: id('editor') })).rejects.toThrowError('not_found')
  })
})

describe('the list', () => {
  it('shows who is in, highest first, and what the one who looks may do', async () => {
    await inviteCrew(crew.owner, { email: 'soon@crew.example', role: 'owner' })
    const seen = await listCrew(crew.admin)
    expect(seen.members.map(({ role, editable, isMe }) => [role, editable, isMe])).toEqual([
      ['owner', false, false],
      ['admin', true, true],
      ['editor', true, false],
      ['moderator', true, false],
    ])
    expect(seen.invitations.map(({ role, editable }) => [role, editable])).toEqual([['owner', false]])
    expect(seen.grantable).toEqual(['moderator', 'editor', 'admin'])
    expect((await listCrew(crew.editor)).members.every(({ editable }) => !editable)).toBe(true)
    await expect(listCrew(crew.moderator)).rejects.toThrowError('forbidden')
    await expect(listCrew(visitor(a))).rejects.toThrowError('unauthenticated')
  })
})

describe('the audit trail', () => {
  it('tells who did what, newest first, page by page, to admins alone', async () => {
    await inviteCrew(crew.admin, { email: 'one@crew.example', role: 'editor' })
    await changeRole(crew.owner, { accountId: id('moderator'), role: 'editor' })
    const { entries, next } = await listAuditEntries(crew.admin, { take: 1 })
    expect(entries).toMatchObject([{ action: 'crew.roleChanged', actorName: 'The owner', data: { from: 'moderator', to: 'editor' } }])
    const rest = await listAuditEntries(crew.admin, { after: next ?? '' })
    expect(rest.entries.map(({ action, actorName }) => [action, actorName])).toEqual([['crew.invited', 'The admin']])
    expect(rest.next).toBeNull()
    expect((await listAuditEntries(crew.admin, { action: 'crew' })).entries).toHaveLength(2)
    expect((await listAuditEntries(crew.admin, { actorId: id('owner') })).entries).toHaveLength(1)
    expect((await listAuditEntries(await signedIn(b, { role: 'admin' }), {})).entries).toEqual([])
    for (const role of ['editor', 'moderator', 'fan'] as const)
      await expect(listAuditEntries(crew[role], {})).rejects.toThrowError('forbidden')
  })
})
