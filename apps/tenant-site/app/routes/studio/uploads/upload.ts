import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { abortUpload, listParts, uploadIdSchema } from '@residency/domain/uploads'
import { openJson } from '@residency/edge/routes'

/** `GET /studio/uploads/<id>`: which parts have arrived. */
export const loader = (args: LoaderFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit', params: uploadIdSchema }, ({ ctx, params }) => listParts(ctx, params))

/** `DELETE /studio/uploads/<id>`: gives it up. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit', params: uploadIdSchema }, ({ ctx, params, request }) => {
    if (request.method !== 'DELETE') throw notFound()
    return abortUpload(ctx, params)
  })
