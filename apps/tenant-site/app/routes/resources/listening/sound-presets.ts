import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { listSoundPresets, saveSoundPreset, saveSoundPresetSchema } from '@residency/domain/listening'
import { openJson } from '@residency/edge/routes'

/** `GET /listening/sound-presets`: the account's own sounds. */
export const loader = (args: LoaderFunctionArgs) => openJson(args, { access: 'signed-in' }, ({ ctx }) => listSoundPresets(ctx))

/** `POST /listening/sound-presets`: keeps one; the same name replaces it. */
export const action = (args: ActionFunctionArgs) =>
  openJson(args, { access: 'signed-in', body: saveSoundPresetSchema }, ({ ctx, body }) => saveSoundPreset(ctx, body))
