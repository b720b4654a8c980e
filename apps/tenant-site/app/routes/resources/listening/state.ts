import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { getPlayerState, playerStateSchema, writePlayerState } from '@residency/domain/listening'
import { openJson } from '@residency/edge/routes'

/** `GET /listening/state`: what the account's devices last said, or null. */
export const loader = (args: LoaderFunctionArgs) => openJson(args, { access: 'signed-in' }, ({ ctx }) => getPlayerState(ctx))

/** `PUT /listening/state`: what this device does now. Answers with what stands. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'signed-in', body: playerStateSchema }, ({ ctx, body }) => writePlayerState(ctx, body))
