export { type EventRecord, eventColumns, eventsFrom, upcoming } from './event-record.ts'
export { eventSlugSchema, requireEvent } from './get-event.ts'
export { listEvents } from './list-events.ts'
