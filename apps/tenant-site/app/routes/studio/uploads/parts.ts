import type { ActionFunctionArgs } from '@remix-run/node'
import { signParts, signPartsSchema, uploadIdSchema } from '@residency/domain/uploads'
import { openJson } from '@residency/edge/routes'

const body = signPartsSchema.pick({ parts: true })

/** `POST /studio/uploads/<id>/parts`: addresses to put parts to, and the headers each PUT must have. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'catalogue.edit', params: uploadIdSchema, body }, ({ ctx, params, body: { parts } }) =>
    signParts(ctx, { ...params, parts }),
  )
