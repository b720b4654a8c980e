import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountActor, TenantContext } from '../context/index.ts'
import { getSiteFrame } from '../site/index.ts'
import { testAccount } from '../testing/test-context.ts'
import { changeLinkVisibility, createLink, createLinkSchema, deleteLink, linkKindOf, listLinks, moveLink, updateLink } from './index.ts'

let database: TestDatabase
let editor: TenantContext<AccountActor>
let other: TenantContext<AccountActor>
let moderator: TenantContext<AccountActor>
let stranger: TenantContext<AccountActor>

beforeAll(async () => {
  database = await createTestDatabase()
  const a = await database.createTenant()
  editor = await testAccount(a, 'editor', 'Ada')
  other = await testAccount(a, 'editor', 'Ben')
  moderator = await testAccount(a, 'moderator')
  stranger = await testAccount(await database.createTenant(), 'owner')
})
afterAll(() => database.drop())

const add = (url: string, label = url) => createLink(editor, createLinkSchema.parse({ label: { en: label }, url }))
const order = async () => (await listLinks(editor)).map((link) => link.label.en)
const revision = async () =>
  (await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [editor.tenant.id]))[0]?.revision ?? 0

describe('the links', () => {
  it('stand in the order they are put in, whoever orders them, and the revision rises', async () => {
    const one = await add('https://one.example', 'one')
    const two = await add('https://two.example', 'two')
    const three = await add('https://three.example', 'three')
    expect(await order()).toEqual(['one', 'two', 'three'])
    const before = await revision()
    await Promise.all([moveLink(editor, { linkId: three.id, step: 'up' }), moveLink(other, { linkId: two.id, step: 'first' })])
    expect((await order())[0]).toBe('two')
    expect((await listLinks(editor)).map((link) => link.position)).toEqual([1, 2, 3])
    await moveLink(editor, { linkId: one.id, step: 'last' })
    await moveLink(editor, { linkId: two.id, step: 'first' })
    expect(await order()).toEqual(['two', 'three', 'one'])
    expect(await revision()).toBeGreaterThan(before)
    for (const link of [one, two, three]) await deleteLink(editor, { linkId: link.id })
  })

  it('are hidden from fans and shown again in their place, changed and deleted, with an audit entry each', async () => {
    await database.asOwner(`insert into brand (tenant_id, published) values ($1, $2) on conflict do nothing`, [
      editor.tenant.id,
      JSON.stringify((await import('@residency/brand')).defaultBrand('daylight')),
    ])
    const link = await add('https://mixcloud.com/ada', 'Mixes')
    const shown = async () => (await getSiteFrame(editor.ref, 'en')).links.map((each) => each.url)
    expect(await shown()).toEqual(['https://mixcloud.com/ada'])
    await changeLinkVisibility(editor, { linkId: link.id, expectedVersion: 1, isHidden: true })
    expect(await shown()).toEqual([])
    await changeLinkVisibility(editor, { linkId: link.id, expectedVersion: 2, isHidden: false })
    await updateLink(editor, { linkId: link.id, expectedVersion: 3, label: { en: 'Radio' }, url: '/mixes' })
    expect(await shown()).toEqual(['/mixes'])
    await deleteLink(editor, { linkId: link.id })
    const audit = await database.asOwner<{ action: string }>('select action from audit_entry where subject_id = $1 order by id', [link.id])
    expect(audit.map((row) => row.action)).toEqual(['link.created', 'link.withdrawn', 'link.published', 'link.changed', 'link.deleted'])
  })

  it('tell the second of two editors who they collide with', async () => {
    const link = await add('https://a.example')
    await updateLink(other, { linkId: link.id, expectedVersion: 1, label: { en: 'Ben’s' }, url: 'https://b.example' })
    await expect(
      updateLink(editor, { linkId: link.id, expectedVersion: 1, label: { en: 'Ada’s' }, url: 'https://c.example' }),
    ).rejects.toMatchObject({ code: 'conflict', detail: { params: { name: 'Ben' } } })
  })

  it('lead to pages, the web, mail and phones, never into a script', () => {
    const label = { en: 'x' }
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'evil'])
      expect(createLinkSchema.safeParse({ label, url }).success, url).toBe(false)
    for (const url of ['/events', 'https://a.example', 'mailto:ada@a.example', 'tel:+44113'])
      expect(createLinkSchema.safeParse({ label, url }).success, url).toBe(true)
    expect(createLinkSchema.safeParse({ label: { en: ' ' }, url: '/events' }).success).toBe(false)
  })

  it('know the places that fans know', () => {
    expect(
      ['https://www.mixcloud.com/x', 'https://ada.bandcamp.com', 'mailto:a@b.example', 'https://notinstagram.com', '/events'].map(
        linkKindOf,
      ),
    ).toEqual(['mixcloud', 'bandcamp', 'mail', 'other', 'other'])
  })

  it('are not there for another tenant, and forbidden to a moderator', async () => {
    const link = await add('https://mine.example')
    const gone = { code: 'not_found' }
    await expect(moveLink(stranger, { linkId: link.id, step: 'up' })).rejects.toMatchObject(gone)
    await expect(deleteLink(stranger, { linkId: link.id })).rejects.toMatchObject(gone)
    await expect(changeLinkVisibility(stranger, { linkId: link.id, expectedVersion: 1, isHidden: true })).rejects.toMatchObject(gone)
    await expect(listLinks(moderator)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
