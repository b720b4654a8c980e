import type { ActionFunctionArgs } from '@remix-run/node'
import { savePosition, savePositionSchema } from '@residency/domain/listening'
import { openJson } from '@residency/edge/routes'

/** `PUT /listening/positions/<mixId>`: where the account is in a mix. */
export const action = (args: ActionFunctionArgs) =>
  openJson(
    args,
    { access: 'signed-in', params: savePositionSchema.pick({ mixId: true }), body: savePositionSchema.omit({ mixId: true }) },
    ({ ctx, params, body }) => savePosition(ctx, { ...params, ...body }),
  )
