import type { LoaderFunctionArgs } from '@remix-run/node'
import { getSiteIcon, isSiteIcon } from '@residency/domain/media'
import { pictureAnswer } from '@residency/edge/files'
import { openResource } from '@residency/edge/routes'
import { z } from 'zod'

const hourSeconds = 3_600
const iconParams = z.object({ name: z.string().refine(isSiteIcon) })

/** The site's icons in the sizes that browsers, launchers and phones ask for. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: iconParams }, async ({ scope, ctx, params, request }) =>
    pictureAnswer(request, await getSiteIcon(ctx, scope.facts.frame.brand, params.name), hourSeconds),
  )
