import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import type { AccountContext } from '@residency/domain/context'
import { completeUpload, signParts, startUpload } from '@residency/domain/uploads'

interface FileToUpload {
  path: string
  filename: string
  fileMark: string
  mixId: string
}

/** Sends a file the way the studio's page does: what the store has already is not sent again. Returns the recording's id. */
export async function uploadFile(
  ctx: AccountContext,
  { path, filename, fileMark, mixId }: FileToUpload,
  signal?: AbortSignal,
): Promise<string> {
  const { size: bytes } = await stat(path)
  const { uploadId, partBytes, parts } = await startUpload(ctx, { filename, bytes, fileMark, mixId })
  const there = new Set(parts)
  const file = await open(path)
  try {
    for (let number = 1; (number - 1) * partBytes < bytes; number++) {
      if (there.has(number)) continue
      signal?.throwIfAborted()
      const start = (number - 1) * partBytes
      const part = Buffer.alloc(Math.min(partBytes, bytes - start))
      await file.read(part, 0, part.length, start)
      const sha256 = createHash('sha256').update(part).digest('base64')
      const [signed] = (await signParts(ctx, { uploadId, parts: [{ number, sha256 }] })).parts
      if (!signed) throw new Error('The part was not signed')
      const answer = await fetch(signed.url, { method: 'PUT', headers: signed.headers, body: part, signal })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`The store refused part ${number} of ${filename} (${answer.status})`)
    }
  } finally {
    await file.close()
  }
  const { recordingId } = await completeUpload(ctx, { uploadId })
  return recordingId
}
