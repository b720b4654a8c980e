import { locales } from '@residency/config'
import { withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { claimSlug, slugify, slugSchema } from '../slugs/index.ts'
import { type PageState, pageState } from './page-state.ts'

const title = z
  .object(
    Object.fromEntries(locales.map((locale) => [locale, z.string().trim().max(120)])) as Record<(typeof locales)[number], z.ZodString>,
  )
  .partial()

export const titleSchema = title.refine((texts) => Object.values(texts).some((text) => text.length > 0), { message: 'required' })

export const createPageSchema = z.object({
  title: titleSchema,
  kind: z.enum(['page', 'legal']).default('page'),
  /** Left out: made from the title. */
  slug: slugSchema.optional(),
})

/** A new, empty page that nobody sees yet. A taken slug gets a number behind it. Throws `forbidden`. */
export async function createPage(given: TenantContext, input: z.output<typeof createPageSchema>): Promise<PageState> {
  const ctx = requirePermission(given, input.kind === 'legal' ? 'legal.edit' : 'pages.edit')
  const words = input.title[ctx.tenant.locale] || Object.values(input.title).find(Boolean) || 'page'
  return withTenant(ctx.ref, async (db) => {
    const slug = await claimSlug(db, 'page', input.slug ?? slugify(words), { numberIfTaken: !input.slug })
    const last = await db.page.findFirst({ where: { kind: input.kind }, orderBy: { position: 'desc' }, select: { position: true } })
    const row = await db.page.create({
      data: { slug, kind: input.kind, title: input.title, position: (last?.position ?? 0) + 1, updatedBy: ctx.actor.accountId },
    })
    await db.pageRevision.create({
      data: { pageId: row.id, version: row.version, title: input.title, blocks: [], authorId: ctx.actor.accountId },
    })
    await recordAudit(db, ctx, { action: 'page.created', subjectKind: 'page', subjectId: row.id, data: { slug } })
    return pageState(row)
  })
}
