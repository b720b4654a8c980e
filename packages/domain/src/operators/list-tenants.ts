import { withPlatform } from '@residency/db/platform'
import { z } from 'zod'
import type { OperatorContext } from '../context/index.ts'

export const tenantsPerPage = 50

export const listTenantsSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

export interface TenantRow {
  id: string
  slug: string
  name: string
  status: string
  locale: string
  currency: string
  createdAt: Date
  /** The own domain that is primary, if there is one. */
  primaryHost: string | null
}

/** Every tenant, newest first, found by name, slug or domain. What the operator looked for is written down in the same transaction. */
export async function listTenants(
  ctx: OperatorContext,
  { q, page }: z.output<typeof listTenantsSchema>,
): Promise<{ tenants: TenantRow[]; total: number; page: number; pageCount: number; q: string }> {
  return withPlatform(async (db) => {
    const contains = { contains: q, mode: 'insensitive' as const }
    const where = q ? { OR: [{ name: contains }, { slug: contains }, { hosts: { some: { hostname: contains } } }] } : {}
    const total = await db.tenant.count({ where })
    const rows = await db.tenant.findMany({
      where,
      orderBy: { id: 'desc' },
      take: tenantsPerPage,
      skip: (page - 1) * tenantsPerPage,
      include: { hosts: { where: { isPrimary: true }, select: { hostname: true }, take: 1 } },
    })
    await db.operatorAudit.create({
      data: {
        operatorId: ctx.operatorId,
        action: 'tenants.listed',
        reason: ctx.reason,
        data: { q, page },
        requestId: ctx.requestId,
        at: ctx.now(),
      },
    })
    const tenants = rows.map(({ id, slug, name, status, locale, currency, createdAt, hosts }) => ({
      id,
      slug,
      name,
      status,
      locale,
      currency,
      createdAt,
      primaryHost: hosts[0]?.hostname ?? null,
    }))
    return { tenants, total, page, pageCount: Math.max(1, Math.ceil(total / tenantsPerPage)), q }
  })
}
