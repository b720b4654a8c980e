import { withTenant } from '@residency/db'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { localize } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import type { SlugKind } from './claim-slug.ts'

export interface SlugView {
  kind: SlugKind
  id: string
  title: string
  slug: string
  /** Addresses that lead here because it was called so once, newest first. */
  formerly: { id: string; slug: string; createdAt: Date }[]
}

/** Every address of the site's mixes, events and pages, with the old ones that lead to it. */
export async function listSlugs(ctx: TenantContext): Promise<SlugView[]> {
  requirePermission(ctx, 'slugs.edit')
  return withTenant(ctx.ref, async (db) => {
    const named = { select: { id: true, title: true, slug: true }, orderBy: { slug: 'asc' } } as const
    const pages = await db.page.findMany(named)
    const mixes = await db.mix.findMany(named)
    const events = await db.event.findMany(named)
    const redirects = await db.slugRedirect.findMany({ orderBy: { id: 'desc' } })
    const view = (kind: SlugKind, row: { id: string; slug: string }, title: string): SlugView => ({
      kind,
      id: row.id,
      title,
      slug: row.slug,
      formerly: redirects
        .filter((redirect) => redirect.kind === kind && redirect.targetId === row.id)
        .map(({ id, fromSlug, createdAt }) => ({ id, slug: fromSlug, createdAt })),
    })
    return [
      ...pages.map((row) => view('page', row, localize(row.title as LocalizedText, ctx.locale, ctx.tenant.locale))),
      ...mixes.map((row) => view('mix', row, row.title)),
      ...events.map((row) => view('event', row, row.title)),
    ]
  })
}
