export { type AuditEntryView, listAuditEntries, listAuditEntriesSchema } from './list-audit-entries.ts'
export { type AuditInput, recordAudit } from './record-audit.ts'
