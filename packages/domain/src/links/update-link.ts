import { raiseRevision, withTenant } from '@residency/db'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'
import { linkFieldsSchema, linkKindOf } from './link-fields.ts'
import { type LinkState, linkCollision, linkState } from './link-state.ts'

const written = { linkId: z.uuid(), expectedVersion: z.number().int().positive() }
export const updateLinkSchema = linkFieldsSchema.extend(written)

/** Changes a link's words and where it leads; fans see it at once. Throws `conflict` (collision), `not_found`, `forbidden`. */
export async function updateLink(given: TenantContext, input: z.output<typeof updateLinkSchema>): Promise<LinkState> {
  const { linkId, expectedVersion, label, url, kind } = input
  return change(given, { linkId, expectedVersion }, { label, url, kind: kind ?? linkKindOf(url) }, 'link.changed')
}

export const linkVisibilitySchema = z.object({ ...written, isHidden: z.boolean() })

/** Hides a link from fans, or shows it again; its place stays. Throws as updateLink. */
export async function changeLinkVisibility(given: TenantContext, input: z.output<typeof linkVisibilitySchema>): Promise<LinkState> {
  return change(given, input, { isHidden: input.isHidden }, input.isHidden ? 'link.withdrawn' : 'link.published')
}

type Change = { label: Record<string, string>; url: string; kind: string } | { isHidden: boolean }

async function change(
  given: TenantContext,
  { linkId, expectedVersion }: { linkId: string; expectedVersion: number },
  data: Change,
  action: string,
): Promise<LinkState> {
  const ctx = requirePermission(given, 'links.edit')
  return withTenant(ctx.ref, async (db) => {
    const before = await db.link.findFirst({ where: { id: linkId } })
    const { count } = await db.link.updateMany({
      where: { id: linkId, version: expectedVersion },
      data: { ...data, version: { increment: 1 }, updatedBy: ctx.actor.accountId },
    })
    if (count === 0) return linkCollision(db, linkId)
    const row = await db.link.findFirstOrThrow({ where: { id: linkId } })
    const moved = before && before.url !== row.url ? { from: before.url } : {}
    await recordAudit(db, ctx, { action, subjectKind: 'link', subjectId: linkId, data: { ...moved, url: row.url } })
    await raiseRevision(db)
    return linkState(row)
  })
}
