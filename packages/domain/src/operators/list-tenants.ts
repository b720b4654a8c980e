import { withPlatform } from '@residency/db/platform'
import { z } from 'zod'
import type { OperatorContext } from '../context/index.ts'
import { mostStrikes, strikesSince } from '../rights/index.ts'

export const tenantsPerPage = 50

export const tenantShelves = ['all', 'marked'] as const

export const listTenantsSchema = z.object({
  show: z.enum(tenantShelves).catch('all').default('all'),
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
  /** Mixes taken down within a year, and held to be rightly so. */
  strikes: number
  /** As many as the repeat rule allows, or more. */
  isMarked: boolean
}

export interface TenantList {
  tenants: TenantRow[]
  total: number
  page: number
  pageCount: number
  q: string
  show: (typeof tenantShelves)[number]
  /** How many are marked, whatever was asked for. */
  marked: number
}

/** Every tenant, or those the repeat rule marks; newest first, found by name, slug or domain. What the operator looked for is written down in the same transaction. */
export async function listTenants(ctx: OperatorContext, { q, page, show }: z.output<typeof listTenantsSchema>): Promise<TenantList> {
  return withPlatform(async (db) => {
    const contains = { contains: q, mode: 'insensitive' as const }
    const struck = await db.$queryRaw<{ id: string; strikes: number }[]>`
      select tenant_id as id, strikes from tenants_with_strikes(${strikesSince(ctx.now())})`
    const strikesOf = new Map(struck.map(({ id, strikes }) => [id, strikes]))
    const marked = struck.filter(({ strikes }) => strikes >= mostStrikes).map(({ id }) => id)
    const where = {
      ...(show === 'marked' ? { id: { in: marked } } : {}),
      ...(q ? { OR: [{ name: contains }, { slug: contains }, { hosts: { some: { hostname: contains } } }] } : {}),
    }
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
        data: { q, page, show },
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
      strikes: strikesOf.get(id) ?? 0,
      isMarked: marked.includes(id),
    }))
    return { tenants, total, page, pageCount: Math.max(1, Math.ceil(total / tenantsPerPage)), q, show, marked: marked.length }
  })
}
