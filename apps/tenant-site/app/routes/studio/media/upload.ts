import type { ActionFunctionArgs } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'
import { addMedia } from '@residency/domain/media'
import { openResource } from '@residency/edge/routes'
import { z } from 'zod'

const form = z.object({ file: z.instanceof(File) })

/** One picture, one request: its own progress, its own answer. 201 with its id, or a status and one sentence that says why not. */
export const action = (args: ActionFunctionArgs) =>
  openResource(args, { access: 'media.edit', form }, async ({ ctx, form: { file } }) => {
    if (file.size === 0) throw new AppError('unsupported', { messageKey: 'image.unsupported' })
    const item = await addMedia(ctx, { filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return Response.json({ id: item.id, filename: item.filename }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  })
