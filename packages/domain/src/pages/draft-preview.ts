import { withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { readSignedToken, signToken } from '../secrets/index.ts'
import type { pageIdSchema } from './get-page.ts'
import { type PageState, pageState } from './page-state.ts'

const days = 7
const dayMs = 24 * 60 * 60_000
const purpose = (tenantId: string): string => `page-preview:${tenantId}`

/** A token that shows a page's draft to whoever has the link, for seven days, on this tenant's site alone. Throws `not_found`. */
export async function createDraftPreview(
  ctx: TenantContext,
  input: z.output<typeof pageIdSchema>,
): Promise<{ token: string; expiresAt: Date }> {
  requirePermission(ctx, 'pages.edit')
  const count = await withTenant(ctx.ref, (db) => db.page.count({ where: { id: input.pageId } }))
  if (count === 0) throw notFound()
  const expiresAt = new Date(ctx.now().getTime() + days * dayMs)
  return { token: signToken(purpose(ctx.tenant.id), { pageId: input.pageId }, expiresAt), expiresAt }
}

/** The draft behind a preview link. Throws `not_found` for a token that is forged, outlived or another tenant's. */
export async function openDraftPreview(ctx: TenantContext, input: { unverifiedToken: string }): Promise<PageState> {
  const value = readSignedToken(purpose(ctx.tenant.id), input.unverifiedToken, z.object({ pageId: z.uuid() }), ctx.now())
  if (!value) throw notFound()
  const row = await withTenant(ctx.ref, (db) => db.page.findFirst({ where: { id: value.pageId } }))
  if (!row) throw notFound()
  return pageState(row)
}
