import { withTenant } from '@residency/db'
import type { TenantContext } from '../context/index.ts'
import { requirePermission } from '../policy/index.ts'

export interface UnfinishedUpload {
  uploadId: string
  filename: string
  bytes: number
  fileMark: string
  mixId: string | null
  createdAt: Date
  expiresAt: Date
}

const most = 100

/** The actor's own uploads that can be gone on with once the file is chosen again, newest first. Throws `unauthenticated`, `forbidden`. */
export async function listUploads(given: TenantContext): Promise<UnfinishedUpload[]> {
  const ctx = requirePermission(given, 'catalogue.edit')
  const rows = await withTenant(ctx.ref, (db) =>
    db.upload.findMany({
      where: { state: 'open', createdBy: ctx.actor.accountId, expiresAt: { gt: ctx.now() } },
      orderBy: { createdAt: 'desc' },
      take: most,
    }),
  )
  return rows.map(({ id, filename, bytes, fileMark, mixId, createdAt, expiresAt }) => ({
    uploadId: id,
    filename,
    bytes: Number(bytes),
    fileMark,
    mixId,
    createdAt,
    expiresAt,
  }))
}
