import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { enqueueLater } from '../outbox/index.ts'

const minute = 60_000
/** Long enough for every try of a delivery (packages/jobs), so that one under way is not sent along a second time. */
const stuckMs = 60 * minute
const keptMs = 180 * 24 * 60 * minute
const atOnce = 500

/**
 * Forgets mails after half a year, and delivers those that were lost between database and queue (a Redis that came back empty).
 * Returns how many were queued anew. For the job `mail.sweep`.
 */
export async function sweepMails(ctx: TenantContext): Promise<number> {
  const now = ctx.now().getTime()
  return withTenant(ctx.ref, async (db) => {
    await db.mailSend.deleteMany({ where: { createdAt: { lt: new Date(now - keptMs) } } })
    const waiting = await db.outboxEvent.findMany({ where: { job: 'mail.deliver' }, select: { payload: true } })
    const known = new Set(waiting.map(({ payload }) => (payload as { mailSendId?: string }).mailSendId))
    const stuck = await db.mailSend.findMany({
      where: { status: 'queued', createdAt: { lt: new Date(now - stuckMs) } },
      orderBy: { createdAt: 'asc' },
      take: atOnce,
      select: { id: true },
    })
    const lost = stuck.filter(({ id }) => !known.has(id))
    for (const { id } of lost) await enqueueLater(db, 'mail.deliver', { mailSendId: id })
    return lost.length
  })
}
