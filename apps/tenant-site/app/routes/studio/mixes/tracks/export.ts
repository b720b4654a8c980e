import type { LoaderFunctionArgs } from '@remix-run/node'
import { mixIdSchema } from '@residency/domain/catalogue'
import { exportFormats, exportTracklist } from '@residency/domain/tracklists'
import { openResource } from '@residency/edge/routes'
import { z } from 'zod'

const params = mixIdSchema.extend({ format: z.enum(exportFormats) })

/** `GET /studio/mixes/<id>/tracks/<cue|json|txt>`: the tracklist as a file. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'catalogue.edit', params }, async ({ ctx, params: asked }) => {
    const { filename, contentType, body } = await exportTracklist(ctx, asked)
    return new Response(body, {
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${filename}"`,
        'Cache-Control': 'no-store',
      },
    })
  })
