import { raiseRevision, withTenant } from '@residency/db'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { TenantContext } from '../context/index.ts'
import { conflict } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { linkFieldsSchema, linkKindOf } from './link-fields.ts'
import { type LinkState, linkState } from './link-state.ts'

export const createLinkSchema = linkFieldsSchema

/** Links a site may have: the page of links is one page, and every page carries them in its frame. */
const mostLinks = 60

/** A new link at the end, shown to fans at once. Throws `conflict` (links.tooMany), `forbidden`. */
export async function createLink(given: TenantContext, input: z.output<typeof createLinkSchema>): Promise<LinkState> {
  const ctx = requirePermission(given, 'links.edit')
  return withTenant(ctx.ref, async (db) => {
    if ((await db.link.count()) >= mostLinks) throw conflict('links.tooMany', { most: mostLinks })
    const last = await db.link.findFirst({ orderBy: { position: 'desc' }, select: { position: true } })
    const row = await db.link.create({
      data: {
        label: input.label,
        url: input.url,
        kind: input.kind ?? linkKindOf(input.url),
        position: (last?.position ?? 0) + 1,
        updatedBy: ctx.actor.accountId,
      },
    })
    await recordAudit(db, ctx, { action: 'link.created', subjectKind: 'link', subjectId: row.id, data: { url: row.url } })
    await raiseRevision(db)
    return linkState(row)
  })
}
