import type { TenantDb } from '@residency/db'
import { invalid } from '../errors/index.ts'

export type SlugKind = 'mix' | 'event' | 'page'

/** Who has the slug now, whatever it is called. */
async function holderOf(db: TenantDb, kind: SlugKind, slug: string): Promise<string | null> {
  const where = { slug }
  const select = { id: true }
  const row = await (kind === 'mix'
    ? db.mix.findFirst({ where, select })
    : kind === 'event'
      ? db.event.findFirst({ where, select })
      : db.page.findFirst({ where, select }))
  return row?.id ?? null
}

/**
 * A slug that is free, inside the caller's transaction (the unique key stands behind it). An old address that led elsewhere stops doing so:
 * what is called so today wins. Throws `invalid` when it is taken and may not be numbered.
 */
export async function claimSlug(db: TenantDb, kind: SlugKind, wanted: string, options: { numberIfTaken: boolean }): Promise<string> {
  for (let number = 1; number <= 50; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (await holderOf(db, kind, slug)) {
      if (!options.numberIfTaken) throw invalid({ slug: 'slug.taken' })
      continue
    }
    await db.slugRedirect.deleteMany({ where: { kind, fromSlug: slug } })
    return slug
  }
  throw invalid({ slug: 'slug.taken' })
}
