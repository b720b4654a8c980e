import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteSoundPreset, soundPresetIdSchema } from '@residency/domain/listening'
import { openJson } from '@residency/edge/routes'

/** `DELETE /listening/sound-presets/<id>`. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'signed-in', params: soundPresetIdSchema }, ({ ctx, params }) => deleteSoundPreset(ctx, params))
