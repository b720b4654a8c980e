import { type TenantDb, withTenant } from '@residency/db'
import { z } from 'zod'
import type { AccountContext } from '../context/index.ts'
import { AppError, notFound } from '../errors/index.ts'

export const uploadIdSchema = z.object({ uploadId: z.uuid() })

export type UploadRow = NonNullable<Awaited<ReturnType<TenantDb['upload']['findFirst']>>>

/** An upload of the actor's own: another's is as if it were not there. Throws `not_found`. */
export async function requireOwnUpload(ctx: AccountContext, uploadId: string): Promise<UploadRow> {
  const row = await withTenant(ctx.ref, (db) => db.upload.findFirst({ where: { id: uploadId, createdBy: ctx.actor.accountId } }))
  if (!row) throw notFound()
  return row
}

export const sizeOf = (row: Pick<UploadRow, 'bytes' | 'partBytes'>) => ({ bytes: Number(row.bytes), partBytes: row.partBytes })

/** One that can be gone on with. Throws `gone` for one that was given up, was refused, or has expired. */
export function requireOpen(ctx: AccountContext, row: UploadRow): UploadRow {
  if (row.state !== 'open' || row.expiresAt <= ctx.now()) throw new AppError('gone', { messageKey: 'upload.gone' })
  return row
}
