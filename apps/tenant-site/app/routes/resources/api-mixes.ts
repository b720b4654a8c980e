import type { LoaderFunctionArgs } from '@remix-run/node'
import { listMixes, listMixesSchema } from '@residency/domain/catalogue'
import { openApi } from '@residency/edge/routes'
import { apiMix } from '../../shape/api-mix.ts'
import { siteOf } from '../../shape/site-request.ts'

/** `GET /api/v1/mixes`: the catalogue a page at a time, searched and filtered as the site's own list is. */
export const loader = (args: LoaderFunctionArgs) =>
  openApi(args, { access: 'anyone', search: listMixesSchema }, async ({ scope, ctx, search }) => {
    const site = siteOf(scope)
    const { mixes, total, page, pageCount } = await listMixes(ctx, search)
    return { mixes: mixes.map((mix) => apiMix(site, mix)), total, page, pageCount }
  })
