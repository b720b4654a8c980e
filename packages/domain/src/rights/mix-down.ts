import { raiseRevision, type TenantDb } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import type { TakedownRow } from './letters.ts'

const holding = { in: ['upheld', 'countered'] as ('upheld' | 'countered')[] }

/** Takes the claim's mix off the site, everywhere and at once. Returns what it was before: what an earlier claim found, when one holds it already. */
export async function takeMixDown(db: TenantDb, row: TakedownRow): Promise<TakedownRow['publicationBefore']> {
  await db.$executeRaw`select from mix where id = ${row.mixId}::uuid for update`
  const mix = await db.mix.findFirstOrThrow({ where: { id: row.mixId }, select: { publication: true } })
  if (mix.publication === 'taken_down') {
    const other = await db.takedown.findFirst({ where: { mixId: row.mixId, id: { not: row.id }, state: holding } })
    return other?.publicationBefore ?? 'draft'
  }
  await db.mix.update({ where: db.key(row.mixId), data: { publication: 'taken_down', version: { increment: 1 } } })
  await raiseRevision(db)
  return mix.publication
}

/** Brings the mix back to what it was, unless another claim still holds it. Returns whether it is back. */
export async function bringMixBack(db: TenantDb, ctx: TenantContext, row: TakedownRow): Promise<boolean> {
  await db.$executeRaw`select from mix where id = ${row.mixId}::uuid for update`
  if ((await db.takedown.count({ where: { mixId: row.mixId, id: { not: row.id }, state: holding } })) > 0) return false
  const mix = await db.mix.findFirstOrThrow({
    where: { id: row.mixId },
    select: { publication: true, publishedAt: true, recordingId: true },
  })
  if (mix.publication !== 'taken_down') return false
  const before = row.publicationBefore ?? 'draft'
  // Its day came while it was down.
  const isDue = before === 'scheduled' && mix.recordingId !== null && mix.publishedAt !== null && mix.publishedAt <= ctx.now()
  const publication = isDue ? 'published' : before
  await db.mix.update({ where: db.key(row.mixId), data: { publication, version: { increment: 1 } } })
  await raiseRevision(db)
  return true
}
