import type { ActionFunctionArgs } from '@remix-run/node'
import { completeUpload, uploadIdSchema } from '@residency/domain/uploads'
import { openJson } from '@residency/edge/routes'

/** `POST /studio/uploads/<id>/completion`: everything has arrived. Again gives the same recording. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit', params: uploadIdSchema }, ({ ctx, params }) => completeUpload(ctx, params))
