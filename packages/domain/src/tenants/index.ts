export { requireTenantRecord } from './get-tenant-record.ts'
export { siteOrigin } from './site-origin.ts'
