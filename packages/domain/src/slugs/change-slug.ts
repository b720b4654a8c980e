import { raiseRevision, type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { claimSlug, type SlugKind } from './claim-slug.ts'
import { slugSchema } from './slug.ts'

export const changeSlugSchema = z.object({ kind: z.enum(['mix', 'event', 'page']), id: z.uuid(), slug: slugSchema })

/** Gives a mix, an event or a page a new address; the old one leads to it from now on. Throws `invalid` (taken), `not_found`, `forbidden`. */
export async function changeSlug(given: TenantContext, input: z.output<typeof changeSlugSchema>): Promise<{ slug: string }> {
  const ctx = requirePermission(given, 'slugs.edit')
  return withTenant(ctx.ref, (db) => moveSlug(db, ctx, input))
}

/** The same inside the caller's transaction, for verbs that change more than the address; the caller asks for permission. */
export async function moveSlug(db: TenantDb, ctx: TenantContext, input: z.output<typeof changeSlugSchema>): Promise<{ slug: string }> {
  const before = await slugOf(db, input.kind, input.id)
  if (before === null) throw notFound()
  if (before === input.slug) return { slug: before }
  const slug = await claimSlug(db, input.kind, input.slug, { numberIfTaken: false })
  await rename(db, input.kind, input.id, slug)
  await db.slugRedirect.create({ data: { kind: input.kind, fromSlug: before, targetId: input.id } })
  await recordAudit(db, ctx, { action: 'slug.changed', subjectKind: input.kind, subjectId: input.id, data: { from: before, to: slug } })
  await raiseRevision(db)
  return { slug }
}

async function slugOf(db: TenantDb, kind: SlugKind, id: string): Promise<string | null> {
  const query = { where: { id }, select: { slug: true } }
  const row = await (kind === 'mix' ? db.mix.findFirst(query) : kind === 'event' ? db.event.findFirst(query) : db.page.findFirst(query))
  return row?.slug ?? null
}

async function rename(db: TenantDb, kind: SlugKind, id: string, slug: string): Promise<void> {
  const change = { where: db.key(id), data: { slug } }
  await (kind === 'mix' ? db.mix.update(change) : kind === 'event' ? db.event.update(change) : db.page.update(change))
}
