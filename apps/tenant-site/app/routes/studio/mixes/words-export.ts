import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { listTimedTexts, timedTextKeySchema } from '@residency/domain/timed-texts'
import { openResource } from '@residency/edge/routes'

/** `GET /studio/mixes/<id>/words/<kind>/<locale>`: the words as an LRC file. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'catalogue.edit', params: timedTextKeySchema }, async ({ ctx, params }) => {
    const text = (await listTimedTexts(ctx, params)).find(({ kind, locale }) => kind === params.kind && locale === params.locale)
    if (!text) throw notFound()
    return new Response(`${text.lrc}\n`, {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="${params.kind}.${params.locale}.lrc"`,
        'Cache-Control': 'no-store',
      },
    })
  })
