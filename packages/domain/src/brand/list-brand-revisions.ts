import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

export interface BrandRevisionView {
  id: string
  createdAt: Date
  authorName: string | null
}

/** The looks the site had before, newest first, the last fifty. */
export async function listBrandRevisions(ctx: TenantContext): Promise<BrandRevisionView[]> {
  requirePermission(ctx, 'brand.edit')
  return withTenant(ctx.ref, async (db) => {
    const rows = await db.brandRevision.findMany({
      orderBy: { id: 'desc' },
      take: 50,
      select: { id: true, createdAt: true, authorId: true },
    })
    const authorIds = rows.flatMap((row) => row.authorId ?? [])
    const authors = await db.account.findMany({ where: { id: { in: authorIds } }, select: { id: true, name: true } })
    const names = new Map(authors.map((author) => [author.id, author.name]))
    return rows.map(({ id, createdAt, authorId }) => ({ id, createdAt, authorName: authorId ? (names.get(authorId) ?? null) : null }))
  })
}
