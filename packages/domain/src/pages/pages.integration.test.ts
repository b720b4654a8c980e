import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountActor, TenantContext } from '../context/index.ts'
import { changeSlug, findRedirect } from '../slugs/index.ts'
import { testAccount } from '../testing/test-context.ts'
import {
  countPageSteps,
  createDraftPreview,
  createPage,
  deletePage,
  listPageRevisions,
  openDraftPreview,
  parseBlocks,
  publishPage,
  requirePage,
  restorePageRevision,
  type StoredBlock,
  savePage,
  stepPage,
  unpublishPage,
} from './index.ts'

let database: TestDatabase
let editor: TenantContext<AccountActor>
let other: TenantContext<AccountActor>
let moderator: TenantContext<AccountActor>
let stranger: TenantContext<AccountActor>

beforeAll(async () => {
  database = await createTestDatabase()
  const a = await database.createTenant()
  const b = await database.createTenant()
  editor = await testAccount(a, 'admin', 'Ada')
  other = await testAccount(a, 'editor', 'Ben')
  moderator = await testAccount(a, 'moderator')
  stranger = await testAccount(b, 'owner')
})
afterAll(() => database.drop())

const text = (words: string): StoredBlock[] => parseBlocks([{ id: 'one', type: 'text', html: { en: `<p>${words}</p>` } }])
const newPage = (en: string) => createPage(editor, { title: { en }, kind: 'page' })

describe('what a page may hold', () => {
  it('drops scripts, handlers, styles and frames, and keeps words and links', () => {
    const [block] = parseBlocks([
      {
        id: 'x',
        type: 'text',
        html: {
          en: '<p onclick="x()">Hi <script>alert(1)</script><a href="javascript:x()">a</a> <a href="https://a.example">b</a><iframe src="//x"></iframe></p>',
        },
      },
    ])
    expect(block).toMatchObject({ html: { en: '<p>Hi <a>a</a> <a href="https://a.example">b</a></p>' } })
  })

  it('refuses links that are scripts or leave the scheme open', () => {
    for (const href of ['javascript:alert(1)', '//evil.example', 'data:text/html,x', ' ']) {
      expect(() => parseBlocks([{ id: 'b', type: 'button', label: {}, href }])).toThrow()
    }
  })
})

describe('a page', () => {
  it('is saved, published, taken off and deleted, each time with an audit entry, and the revision rises when fans see a change', async () => {
    const revision = async () =>
      (await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [editor.tenant.id]))[0]?.revision ?? 0
    const page = await newPage('Press')
    const before = await revision()
    const saved = await savePage(editor, { pageId: page.id, expectedVersion: page.version, title: { en: 'Press' }, blocks: text('one') })
    expect(await revision()).toBe(before)
    expect(saved).toMatchObject({ isPublished: false, version: 2 })
    const published = await publishPage(editor, { pageId: page.id, expectedVersion: 2 })
    expect(published).toMatchObject({ isPublished: true, hasUnpublishedChanges: false })
    expect(await revision()).toBe(before + 1)
    expect(await unpublishPage(editor, { pageId: page.id, expectedVersion: 2 })).toMatchObject({ isPublished: false })
    await deletePage(editor, { pageId: page.id })
    const audit = await database.asOwner<{ action: string }>('select action from audit_entry where subject_id = $1 order by id', [page.id])
    expect(audit.map((row) => row.action)).toEqual(['page.created', 'page.published', 'page.unpublished', 'page.deleted'])
  })

  it('tells the second of two editors who it collides with, and keeps what the first wrote', async () => {
    const page = await newPage('Two hands')
    await savePage(other, { pageId: page.id, expectedVersion: 1, title: { en: 'Two hands' }, blocks: text('Ben’s') })
    await expect(
      savePage(editor, { pageId: page.id, expectedVersion: 1, title: { en: 'Two hands' }, blocks: text('Ada’s') }),
    ).rejects.toMatchObject({
      code: 'conflict',
      detail: { messageKey: 'collision', params: { name: 'Ben' } },
    })
    expect((await requirePage(editor, { pageId: page.id })).blocks).toEqual(text('Ben’s'))
  })

  it('goes back to an earlier revision, and that step can be undone too', async () => {
    const page = await newPage('History')
    await savePage(editor, { pageId: page.id, expectedVersion: 1, title: { en: 'History' }, blocks: text('first') })
    await savePage(editor, { pageId: page.id, expectedVersion: 2, title: { en: 'History' }, blocks: text('second') })
    const revisions = await listPageRevisions(editor, { pageId: page.id })
    const first = revisions.find((revision) => revision.version === 2)
    const restored = await restorePageRevision(editor, { pageId: page.id, revisionId: first?.id ?? '', expectedVersion: 3 })
    expect(restored).toMatchObject({ version: 4, blocks: text('first') })
    expect((await listPageRevisions(editor, { pageId: page.id })).map((revision) => revision.version)).toEqual([4, 3, 2, 1])
  })

  it('goes several steps back and forth, forgets what could be redone when somebody writes, and collides like any other change', async () => {
    const page = await newPage('Steps')
    const write = (expectedVersion: number, words: string) =>
      savePage(editor, { pageId: page.id, expectedVersion, title: { en: 'Steps' }, blocks: text(words) })
    await write(1, 'one')
    await write(2, 'two')
    await write(3, 'three')
    const step = (direction: 'undo' | 'redo', expectedVersion: number) => stepPage(editor, { pageId: page.id, expectedVersion, direction })
    expect((await step('undo', 4)).blocks).toEqual(text('two'))
    expect((await step('undo', 5)).blocks).toEqual(text('one'))
    expect(await countPageSteps(editor, { pageId: page.id })).toEqual({ undo: 1, redo: 2 })
    expect((await step('redo', 6)).blocks).toEqual(text('two'))
    await expect(stepPage(other, { pageId: page.id, expectedVersion: 6, direction: 'undo' })).rejects.toMatchObject({
      code: 'conflict',
      detail: { params: { name: 'Ada' } },
    })
    await write(7, 'another end')
    expect(await countPageSteps(editor, { pageId: page.id })).toEqual({ undo: 3, redo: 0 })
    expect((await step('redo', 8)).version).toBe(8)
    expect((await step('undo', 8)).blocks).toEqual(text('two'))
    const stranded = { pageId: page.id, expectedVersion: 1, direction: 'undo' as const }
    await expect(stepPage(stranger, stranded)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuses a picture of another tenant, as if there were none', async () => {
    const page = await newPage('Pictures')
    const [theirs] = await database.asOwner<{ id: string }>(
      `insert into media_item (tenant_id, object_key, filename, content_type, bytes, width, height, sha256) values ($1, 'k', 'f', 'image/png', 1, 1, 1, 'z') returning id`,
      [stranger.tenant.id],
    )
    const blocks = parseBlocks([{ id: 'p', type: 'image', mediaId: theirs?.id, caption: {} }])
    await expect(savePage(editor, { pageId: page.id, expectedVersion: 1, title: { en: 'P' }, blocks })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('is not there for another tenant, and forbidden to a moderator', async () => {
    const page = await newPage('Mine')
    const gone = { code: 'not_found' }
    await expect(requirePage(stranger, { pageId: page.id })).rejects.toMatchObject(gone)
    await expect(savePage(stranger, { pageId: page.id, expectedVersion: 1, title: { en: 'x' }, blocks: [] })).rejects.toMatchObject(gone)
    await expect(publishPage(stranger, { pageId: page.id, expectedVersion: 1 })).rejects.toMatchObject(gone)
    await expect(deletePage(stranger, { pageId: page.id })).rejects.toMatchObject(gone)
    await expect(listPageRevisions(stranger, { pageId: page.id })).rejects.toMatchObject(gone)
    await expect(requirePage(moderator, { pageId: page.id })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a draft preview link', () => {
  it('opens the draft on its own site until it ends, and nowhere else', async () => {
    const page = await newPage('Secret')
    const { token, expiresAt } = await createDraftPreview(editor, { pageId: page.id })
    expect((await openDraftPreview(editor, { unverifiedToken: token })).id).toBe(page.id)
    await expect(openDraftPreview(stranger, { unverifiedToken: token })).rejects.toMatchObject({ code: 'not_found' })
    await expect(openDraftPreview(editor, { unverifiedToken: `${token}x` })).rejects.toMatchObject({ code: 'not_found' })
    await expect(openDraftPreview({ ...editor, now: () => expiresAt }, { unverifiedToken: token })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the address of a page', () => {
  it('numbers a taken slug, and an old one leads to the page in one hop however often it was renamed', async () => {
    const one = await newPage('Nights')
    const two = await newPage('Nights')
    expect([one.slug, two.slug]).toEqual(['nights', 'nights-2'])
    await changeSlug(editor, { kind: 'page', id: one.id, slug: 'late-nights' })
    await changeSlug(editor, { kind: 'page', id: one.id, slug: 'later-nights' })
    expect(await findRedirect(editor, { kind: 'page', slug: 'nights' })).toBe('later-nights')
    await expect(changeSlug(editor, { kind: 'page', id: two.id, slug: 'later-nights' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(changeSlug(stranger, { kind: 'page', id: one.id, slug: 'stolen' })).rejects.toMatchObject({ code: 'not_found' })
    await changeSlug(editor, { kind: 'page', id: two.id, slug: 'nights' })
    expect(await findRedirect(editor, { kind: 'page', slug: 'nights' })).toBeNull()
  })
})
