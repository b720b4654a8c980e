export { requireTenantRecord } from './get-tenant-record.ts'
