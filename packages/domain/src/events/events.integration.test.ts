import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountActor, TenantContext } from '../context/index.ts'
import { findRedirect } from '../slugs/index.ts'
import { testAccount } from '../testing/test-context.ts'
import {
  createEvent,
  deleteEvent,
  eventFieldsSchema,
  listEditedEvents,
  listEvents,
  publishEvent,
  requireEditedEvent,
  requireEvent,
  updateEvent,
  withdrawEvent,
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
  editor = await testAccount(a, 'editor', 'Ada')
  other = await testAccount(a, 'editor', 'Ben')
  moderator = await testAccount(a, 'moderator')
  stranger = await testAccount(b, 'owner')
})
afterAll(() => database.drop())

const fields = (more: object = {}) =>
  eventFieldsSchema.parse({
    title: 'Warehouse Night',
    description: { en: 'All night long.' },
    startsAt: '2031-10-25T22:00',
    endsAt: '2031-10-26T05:00',
    timeZone: 'Europe/London',
    venue: 'Unit 9',
    city: 'Leeds',
    country: 'GB',
    ...more,
  })
const revision = async () =>
  (await database.asOwner<{ revision: number }>('select revision from tenant where id = $1', [editor.tenant.id]))[0]?.revision ?? 0

describe('an event', () => {
  it('is made, shown, changed, withdrawn and deleted, with an audit entry each; the revision rises whenever fans see a change', async () => {
    const before = await revision()
    const event = await createEvent(editor, { fields: fields() })
    expect(event).toMatchObject({ slug: 'warehouse-night-leeds', isPublished: false, version: 1 })
    expect(await revision()).toBe(before)
    await expect(requireEvent(editor, { slug: event.slug })).rejects.toMatchObject({ code: 'not_found' })
    await updateEvent(editor, { eventId: event.id, expectedVersion: 1, fields: fields({ venue: 'Unit 10' }) })
    expect(await revision()).toBe(before)

    await publishEvent(editor, { eventId: event.id, expectedVersion: 2 })
    expect(await requireEvent(editor, { slug: event.slug })).toMatchObject({ venue: 'Unit 10' })
    expect(await revision()).toBe(before + 1)
    await updateEvent(editor, { eventId: event.id, expectedVersion: 3, fields: fields({ venue: 'Unit 11' }) })
    expect(await revision()).toBe(before + 2)
    await withdrawEvent(editor, { eventId: event.id, expectedVersion: 4 })
    await expect(requireEvent(editor, { slug: event.slug })).rejects.toMatchObject({ code: 'not_found' })
    expect(await revision()).toBe(before + 3)
    await deleteEvent(editor, { eventId: event.id })
    const audit = await database.asOwner<{ action: string; data: { changed?: string[] } }>(
      'select action, data from audit_entry where subject_id = $1 order by id',
      [event.id],
    )
    expect(audit.map((row) => row.action)).toEqual([
      'event.created',
      'event.changed',
      'event.published',
      'event.changed',
      'event.withdrawn',
      'event.deleted',
    ])
    expect(audit[1]?.data.changed).toEqual(['venue'])
  })

  it('happens when the venue’s clocks say so, across their changes', async () => {
    // Clocks in Leeds go back at 2:00 that night: seven hours on the wall are eight.
    const event = await createEvent(editor, { fields: fields() })
    expect([event.startsAt.toISOString(), event.endsAt?.toISOString()]).toEqual(['2031-10-25T21:00:00.000Z', '2031-10-26T05:00:00.000Z'])
    const twice = fields({ endsAt: '2031-10-26T01:30', endsTurn: 'second' })
    const moved = await updateEvent(editor, { eventId: event.id, expectedVersion: 1, fields: twice })
    expect(moved.endsAt?.toISOString()).toBe('2031-10-26T01:30:00.000Z')
    const never = fields({ startsAt: '2031-03-30T01:30', endsAt: null })
    await expect(createEvent(editor, { fields: never })).rejects.toMatchObject({ detail: { fields: { startsAt: 'event.noSuchTime' } } })
    const backwards = fields({ endsAt: '2031-10-25T21:00' })
    await expect(createEvent(editor, { fields: backwards })).rejects.toMatchObject({
      detail: { fields: { endsAt: 'event.endsBeforeStart' } },
    })
  })

  it('keeps its old address when it gets a new one, and refuses one that is taken', async () => {
    const event = await createEvent(editor, { fields: fields({ title: 'Spring' }) })
    const second = await createEvent(editor, { fields: fields({ title: 'Spring' }) })
    expect([event.slug, second.slug]).toEqual(['spring-leeds', 'spring-leeds-2'])
    const change = { eventId: event.id, expectedVersion: 1, fields: fields({ title: 'Spring' }) }
    await expect(updateEvent(editor, { ...change, slug: 'spring-leeds-2' })).rejects.toMatchObject({
      detail: { fields: { slug: 'slug.taken' } },
    })
    // The refusal took the whole change back.
    expect(await requireEditedEvent(editor, { eventId: event.id })).toMatchObject({ version: 1 })
    await updateEvent(editor, { ...change, slug: 'spring' })
    expect(await findRedirect(editor, { kind: 'event', slug: 'spring-leeds' })).toBe('spring')
  })

  it('tells the second of two editors who it collides with, and keeps what the first wrote', async () => {
    const event = await createEvent(editor, { fields: fields({ title: 'Two hands' }) })
    await updateEvent(other, { eventId: event.id, expectedVersion: 1, fields: fields({ title: 'Ben’s' }) })
    await expect(updateEvent(editor, { eventId: event.id, expectedVersion: 1, fields: fields({ title: 'Ada’s' }) })).rejects.toMatchObject({
      code: 'conflict',
      detail: { params: { name: 'Ben' } },
    })
    await expect(publishEvent(editor, { eventId: event.id, expectedVersion: 1 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await requireEditedEvent(editor, { eventId: event.id })).toMatchObject({ title: 'Ben’s', isPublished: false })
  })

  it('moves to what has been when it is over, for fans and crew alike', async () => {
    const draft = await createEvent(editor, { fields: fields({ title: 'Long ago', startsAt: '2020-01-01T22:00', endsAt: null }) })
    await publishEvent(editor, { eventId: draft.id, expectedVersion: 1 })
    const { upcoming, past } = await listEvents(editor)
    expect(past.map((event) => event.title)).toContain('Long ago')
    expect(upcoming.map((event) => event.title)).not.toContain('Long ago')
    const { events } = await listEditedEvents(editor, { q: 'long AGO', page: 1 })
    expect(events).toMatchObject([{ title: 'Long ago', isOver: true }])
    const eightHoursLater = { ...editor, now: () => new Date(draft.startsAt.getTime() + 8 * 60 * 60_000 - 1) }
    expect(await requireEditedEvent(eightHoursLater, { eventId: draft.id })).toMatchObject({ isOver: false })
  })

  it('refuses another tenant’s picture, and is not there for another tenant', async () => {
    const [theirs] = await database.asOwner<{ id: string }>(
      `insert into media_item (tenant_id, object_key, filename, content_type, bytes, width, height, sha256) values ($1, 'k', 'f', 'image/png', 1, 1, 1, 'z') returning id`,
      [stranger.tenant.id],
    )
    await expect(createEvent(editor, { fields: fields({ imageId: theirs?.id }) })).rejects.toMatchObject({ code: 'invalid' })
    const event = await createEvent(editor, { fields: fields() })
    const gone = { code: 'not_found' }
    await expect(requireEditedEvent(stranger, { eventId: event.id })).rejects.toMatchObject(gone)
    await expect(updateEvent(stranger, { eventId: event.id, expectedVersion: 1, fields: fields() })).rejects.toMatchObject(gone)
    await expect(publishEvent(stranger, { eventId: event.id, expectedVersion: 1 })).rejects.toMatchObject(gone)
    await expect(deleteEvent(stranger, { eventId: event.id })).rejects.toMatchObject(gone)
    await expect(listEditedEvents(moderator, { q: '', page: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('takes tickets from the web alone', () => {
    for (const ticketUrl of ['javascript:alert(1)', '//tickets.example', 'ftp://tickets.example', 'tickets'])
      expect(eventFieldsSchema.safeParse({ ...fields(), ticketUrl }).success, ticketUrl).toBe(false)
    expect(eventFieldsSchema.safeParse({ ...fields(), ticketUrl: 'https://tickets.example/9?x=1' }).success).toBe(true)
  })
})
