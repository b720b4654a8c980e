import { type Prisma, withTenant } from '@residency/db'
import { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

export const listAuditEntriesSchema = z.object({
  /** Id of the last entry seen: the next page starts after it. */
  after: z.uuid().optional(),
  actorId: z.uuid().optional(),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(80).optional(),
  /** The first word of an action (`brand`), or a whole one. */
  action: z.string().max(60).optional(),
  take: z.number().int().min(1).max(100).default(50),
})

export interface AuditEntryView {
  id: string
  at: Date
  actorId: string | null
  actorName: string | null
  action: string
  subjectKind: string
  subjectId: string | null
  data: Prisma.JsonValue
  ipPrefix: string | null
}

/**
 * Who changed what, newest first, `take` at a time; `next` is what to ask the following page after.
 * Throws `unauthenticated`, `forbidden`.
 */
export async function listAuditEntries(
  ctx: TenantContext,
  input: z.input<typeof listAuditEntriesSchema>,
): Promise<{ entries: AuditEntryView[]; next: string | null }> {
  requirePermission(ctx, 'audit.view')
  const { after, actorId, subjectKind, subjectId, action, take } = listAuditEntriesSchema.parse(input)
  const where: Prisma.AuditEntryWhereInput = {
    ...(actorId ? { actorId } : {}),
    ...(subjectKind ? { subjectKind } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(action ? { OR: [{ action }, { action: { startsWith: `${action}.` } }] } : {}),
  }
  return withTenant(ctx.ref, async (db) => {
    const found = await db.auditEntry.findMany({
      where,
      // Ids are UUID version 7: their order is time's, and unlike `at` they are never equal.
      orderBy: { id: 'desc' },
      take: take + 1,
      ...(after ? { cursor: db.key(after), skip: 1 } : {}),
      omit: { tenantId: true, requestId: true },
    })
    const entries = found.slice(0, take)
    return { entries, next: found.length > take ? (entries.at(-1)?.id ?? null) : null }
  })
}
