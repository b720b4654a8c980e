import { Prisma, withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

export interface Overview {
  mixes: number
  drafts: number
  upcomingEvents: number
  pages: number
  pictures: number
  fans: number
  fansThisWeek: number
  crew: number
  brandDraft: boolean
  pagesWithDraft: number
  recent: { id: string; at: Date; actorName: string | null; action: string; subjectKind: string; subjectId: string | null }[]
}

const weekMs = 7 * 24 * 60 * 60_000

/** What the crew sees first: what there is, what waits, what happened last. Throws `unauthenticated`, `forbidden`. */
export async function getOverview(ctx: TenantContext): Promise<Overview> {
  requirePermission(ctx, 'studio.view')
  const now = ctx.now()
  return withTenant(ctx.ref, async (db) => ({
    mixes: await db.mix.count({ where: { publication: 'published' } }),
    drafts: await db.mix.count({ where: { publication: 'draft' } }),
    upcomingEvents: await db.event.count({ where: { publication: 'published', startsAt: { gt: now } } }),
    pages: await db.page.count({ where: { publishedAt: { not: null } } }),
    pictures: await db.mediaItem.count(),
    fans: await db.account.count({ where: { role: 'fan' } }),
    fansThisWeek: await db.account.count({ where: { role: 'fan', createdAt: { gt: new Date(now.getTime() - weekMs) } } }),
    crew: await db.account.count({ where: { role: { not: 'fan' } } }),
    brandDraft: (await db.brand.count({ where: { draft: { not: Prisma.DbNull } } })) > 0,
    pagesWithDraft: await db.page.count({ where: { publishedAt: null } }),
    recent: await db.auditEntry.findMany({
      orderBy: { id: 'desc' },
      take: 8,
      select: { id: true, at: true, actorName: true, action: true, subjectKind: true, subjectId: true },
    }),
  }))
}
