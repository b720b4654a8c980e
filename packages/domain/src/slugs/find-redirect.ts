import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import type { SlugKind } from './claim-slug.ts'

/** Where an old address of a mix, an event or a page leads today: the present slug, or null. A chain of renames is one hop. */
export async function findRedirect(ctx: TenantContext, input: { kind: SlugKind; slug: string }): Promise<string | null> {
  return withTenant(ctx.ref, async (db) => {
    const redirect = await db.slugRedirect.findFirst({ where: { kind: input.kind, fromSlug: input.slug } })
    if (!redirect) return null
    const query = { where: { id: redirect.targetId }, select: { slug: true } }
    const row = await (input.kind === 'mix'
      ? db.mix.findFirst(query)
      : input.kind === 'event'
        ? db.event.findFirst(query)
        : db.page.findFirst(query))
    return row?.slug ?? null
  })
}
