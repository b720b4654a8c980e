import type { LoaderFunctionArgs } from '@remix-run/node'
import { mixSlugSchema, requireMix } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { openApi } from '@residency/edge/routes'
import { apiMix } from '../../shape/api-mix.ts'
import { siteOf } from '../../shape/site-request.ts'

/** `GET /api/v1/mixes/<slug>`: one mix with its tracklist. */
export const loader = (args: LoaderFunctionArgs) =>
  openApi(args, { access: 'anyone', params: mixSlugSchema }, async ({ scope, ctx, params }) => {
    const site = siteOf(scope)
    const mix = await requireMix(ctx, params)
    return {
      ...apiMix(site, mix),
      description: localize(mix.description, ctx.locale, ctx.tenant.locale),
      publishedAt: mix.publishedAt.toISOString(),
      tracks: mix.tracks,
    }
  })
