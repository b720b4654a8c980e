declare const brand: unique symbol

/** Where a reference to a tenant may come from. A form, a header or a vendor's metadata is not among them. */
export type TenantSource = 'host' | 'token' | 'job' | 'operator' | 'cli'

/** Proof that the tenant was found out in an accepted way. Everything that touches tenant data asks for one. */
export interface TenantRef {
  readonly tenantId: string
  readonly source: TenantSource
  readonly [brand]: true
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The one constructor of a TenantRef. Throws when the id is not a lower-case UUID: it is written into SQL (see read-tenant.ts). */
export function tenantRef(source: TenantSource, tenantId: string): TenantRef {
  if (!uuid.test(tenantId)) throw new Error('A tenant id is a lower-case UUID')
  return Object.freeze({ tenantId, source }) as TenantRef
}

export const isUuid = (value: string): boolean => uuid.test(value)
