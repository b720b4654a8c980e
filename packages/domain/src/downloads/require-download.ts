import { type TenantDb, withTenant } from '@residency/db'
import { tenantStorage } from '@residency/integrations/storage'
import { z } from 'zod'
import { getStanding } from '../access/index.ts'
import type { TenantContext } from '../context/index.ts'
import { AppError, notFound } from '../errors/index.ts'
import { enqueueLater } from '../outbox/index.ts'
import { requireAccount } from '../policy/index.ts'
import { contentsMark, downloadKey, readDownloadContents } from './download-contents.ts'
import { downloadName } from './download-name.ts'

export const downloadSchema = z.object({ mixId: z.uuid(), format: z.enum(['mp3', 'original']).nullable().default(null) })

export type Download =
  /** `url` is good for one fetch that begins within minutes. */
  | { state: 'ready'; url: string; title: string }
  /** It is being made: ask again in a moment. */
  | { state: 'preparing'; title: string }

const urlSeconds = 300
/** An MP3 that was asked for this long ago and is not there is asked for again. */
const askAgainMs = 60 * 60_000
const extensions: Record<string, string> = { alac: 'm4a', aac: 'm4a', ogg: 'ogg', opus: 'opus', aiff: 'aiff' }

/**
 * What a member's tier lets them take along: the original, or an MP3 with tags and cover that is made when the first one asks, and again when
 * the mix's words, tracks or cover have changed. `format` null is the best there is. Throws `unauthenticated`, `not_found` (also for what is hidden from them), `forbidden` (no download, or not in their
 * tier), `gone` (neither the original nor any quality of it was kept).
 */
export async function requireDownload(given: TenantContext, { mixId, format }: z.output<typeof downloadSchema>): Promise<Download> {
  const ctx = requireAccount(given)
  const standing = await getStanding(ctx.ref, { mixId, accountId: ctx.actor.accountId, linkHash: null })
  if (!standing || (!standing.open && standing.reason === 'hidden')) throw notFound()
  if (!standing.open || standing.downloads === 'none') throw new AppError('forbidden', { messageKey: 'download.tier' })
  if (format === 'original' && standing.downloads === 'mp3') throw new AppError('forbidden', { messageKey: 'download.tier' })
  const found = await withTenant(ctx.ref, async (db) => {
    const mix = await db.mix.findUnique({ where: db.key(mixId), select: { title: true, recording: { select: recordingSelect } } })
    const contents = mix?.recording ? await readDownloadContents(db, ctx, mix.recording.id) : null
    return mix?.recording && contents ? { title: mix.title, recording: mix.recording, mark: contentsMark(contents) } : null
  })
  if (!found) throw notFound()
  const { title, recording, mark } = found
  const storage = tenantStorage(ctx.tenant.id)
  const ready = async (key: string, extension: string): Promise<Download> => ({
    state: 'ready',
    title,
    url: await storage.presignGet(key, {
      expiresSeconds: urlSeconds,
      downloadAs: downloadName(ctx.tenant.name, title, extension),
    }),
  })
  if (standing.downloads === 'original' && format !== 'mp3' && !recording.originalDeletedAt)
    return ready(recording.objectKey, extensionOf(recording))
  const key = downloadKey(storage, recording.id, mark)
  if (await storage.head(key)) return ready(key, 'mp3')
  if (recording.originalDeletedAt && recording._count.renditions === 0) throw new AppError('gone')
  await withTenant(ctx.ref, (db) => askOnce(db, recording.id, mark, ctx.now()))
  return { state: 'preparing', title }
}

const recordingSelect = {
  ...{ id: true, objectKey: true, originalDeletedAt: true, format: true, filename: true },
  _count: { select: { renditions: { where: { completedAt: { not: null } } } } },
} as const

function extensionOf({ format, filename }: { format: string | null; filename: string }): string {
  const own = /\.([a-z0-9]{2,5})$/i.exec(filename)?.[1]?.toLowerCase()
  return own ?? extensions[format ?? ''] ?? format ?? 'bin'
}

async function askOnce(db: TenantDb, recordingId: string, mark: string, now: Date): Promise<void> {
  const { count } = await db.recording.updateMany({
    where: {
      id: recordingId,
      OR: [
        { downloadAskedFor: null },
        { downloadAskedFor: { not: mark } },
        { downloadAskedAt: { lt: new Date(now.getTime() - askAgainMs) } },
      ],
    },
    data: { downloadAskedAt: now, downloadAskedFor: mark },
  })
  if (count > 0) await enqueueLater(db, 'download.make', { recordingId })
}
