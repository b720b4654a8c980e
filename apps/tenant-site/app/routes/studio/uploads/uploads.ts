import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { getStorageUse, listUploads, startUpload, startUploadSchema } from '@residency/domain/uploads'
import { openJson } from '@residency/edge/routes'

/** `GET /studio/uploads`: one's own unfinished uploads, and the room there is. */
export const loader = (args: LoaderFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit' }, async ({ ctx }) => ({ uploads: await listUploads(ctx), storage: await getStorageUse(ctx) }))

/** `POST /studio/uploads`: begins one, or goes on with the same file's. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit', body: startUploadSchema }, ({ ctx, body }) => startUpload(ctx, body))
