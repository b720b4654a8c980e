import * as events from '@residency/domain/events'
import { attack, expectedVersion, type SliceWalk } from './attack.ts'

const someEvent = (imageId: string | null) =>
  events.eventFieldsSchema.parse({
    title: 'x',
    imageId,
    startsAt: '2031-01-01T22:00',
    timeZone: 'UTC',
    venue: 'x',
    city: 'x',
    country: 'GB',
  })

export const walk: SliceWalk = {
  verbs: events,
  attacks: [
    attack('listEvents', 'own', (ctx) => events.listEvents(ctx)),
    attack('requireEvent', 'absent', (ctx, a) => events.requireEvent(ctx, { slug: a.slugs.event })),
    attack('listEditedEvents', 'own', (ctx) => events.listEditedEvents(ctx, { q: '', page: 1 })),
    attack('listEditedEvents by another’s words', 'own', (ctx, a) => events.listEditedEvents(ctx, { q: a.canary, page: 1 })),
    attack('requireEditedEvent', 'absent', (ctx, a) => events.requireEditedEvent(ctx, { eventId: a.ids.event })),
    attack('updateEvent', 'absent', (ctx, a) =>
      events.updateEvent(ctx, { eventId: a.ids.event, expectedVersion, fields: someEvent(null) }),
    ),
    attack('updateEvent of one’s own, with another’s picture', 'kept', (ctx, a, own) =>
      events.updateEvent(ctx, { eventId: own.ids.event, expectedVersion, fields: someEvent(a.ids.media) }),
    ),
    attack('createEvent with another’s picture', 'kept', (ctx, a) => events.createEvent(ctx, { fields: someEvent(a.ids.media) })),
    attack('publishEvent', 'absent', (ctx, a) => events.publishEvent(ctx, { eventId: a.ids.event, expectedVersion })),
    attack('withdrawEvent', 'absent', (ctx, a) => events.withdrawEvent(ctx, { eventId: a.ids.event, expectedVersion })),
    attack('deleteEvent', 'absent', (ctx, a) => events.deleteEvent(ctx, { eventId: a.ids.event })),
  ],
  without: ['instantOf', 'amountMinorOf', 'endsAtOrLater', 'timeZones', 'typedAmount', 'wallTimeOf'],
}
