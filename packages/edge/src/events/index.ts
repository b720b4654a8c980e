export { type EventStream, eventStream } from './event-stream.ts'
