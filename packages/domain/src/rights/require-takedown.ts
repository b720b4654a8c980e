import { withTenant } from '@residency/db'
import type { z } from 'zod'
import type { TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type ClaimStep, canStep } from './claim-steps.ts'
import type { takedownIdSchema } from './decide-takedown.ts'

const byCrew = ['uphold', 'reject', 'reconsider', 'counter'] as const satisfies ClaimStep[]

/** A claim as the desk sees it, with what the DJ declared of the mix and what can be done now. Throws `not_found`, `forbidden`. */
export async function requireTakedown(given: TenantContext, input: z.output<typeof takedownIdSchema>) {
  const ctx = requirePermission(given, 'takedowns.decide')
  return withTenant(ctx.ref, async (db) => {
    const row = await db.takedown.findFirst({
      where: { id: input.takedownId },
      include: { mix: { select: { id: true, slug: true, title: true, publication: true } } },
      omit: { tenantId: true },
    })
    if (!row) throw notFound()
    const declarations = await db.rightsDeclaration.findMany({
      where: { mixId: row.mixId },
      orderBy: { at: 'desc' },
      take: 10,
      select: { accountName: true, version: true, at: true },
    })
    const decider = row.decidedBy ? await db.account.findFirst({ where: { id: row.decidedBy }, select: { name: true } }) : null
    const steps = byCrew.filter((step) => canStep(row, step))
    return { ...row, decidedByName: decider?.name ?? null, declarations, steps }
  })
}
