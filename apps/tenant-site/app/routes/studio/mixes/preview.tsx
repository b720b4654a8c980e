import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mixIdSchema, requireMixPreview } from '@residency/domain/catalogue'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import { mixView } from '../../../shape/mix.ts'
import { metaOf, seo } from '../../../shape/seo.ts'
import { siteOf } from '../../../shape/site-request.ts'
import { useSite } from '../../site/use-site.ts'

/** A mix as fans will see it, in the tenant's own look, for the crew alone. */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, scope, params }) => {
    scope.keepPrivate()
    const site = siteOf(scope)
    const mix = await requireMixPreview(ctx, params)
    return { view: mixView(site, mix), seo: seo(site, { title: mix.title, description: '', type: 'music.song', index: false }) }
  })

export const meta = metaOf

export default function MixPreview() {
  const { Mix } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Mix site={useSite()} view={view} />
}
