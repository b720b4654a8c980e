export { type Entitlements, readEntitlements } from './entitlements.ts'
export { requireTenantRecord } from './get-tenant-record.ts'
