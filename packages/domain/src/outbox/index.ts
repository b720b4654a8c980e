export { enqueueLater } from './enqueue-later.ts'
export { type JobName, type JobPayload, jobSchemas } from './job-schemas.ts'
