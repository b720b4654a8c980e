import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mixSlugSchema, requireMix } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import type { MixView } from '@residency/ui/views'
import { musicRecording } from '../../shape/json-ld.ts'
import { hrefOf } from '../../shape/links.ts'
import { mixCard } from '../../shape/mix.ts'
import { orRedirect } from '../../shape/or-redirect.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { excerpt, paragraphs } from '../../shape/text.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params: mixSlugSchema }, async ({ scope, params }) => {
    const site = siteOf(scope)
    const mix = await orRedirect(site, 'mix', params.slug, () => requireMix(site.ctx, params))
    const description = localize(mix.description, site.ctx.locale, site.ctx.tenant.locale)
    const view: MixView = {
      ...mixCard(site, mix),
      descriptionHtml: paragraphs(description),
      tracks: mix.tracks,
      related: mix.related.map((related) => mixCard(site, related)),
      canonicalUrl: site.origin + hrefOf(site, `/mixes/${mix.slug}`),
    }
    return {
      view,
      seo: seo(site, {
        title: mix.title,
        description: excerpt(description),
        image: `/og/mixes/${mix.slug}.jpg`,
        type: 'music.song',
        jsonLd: musicRecording(site, mix),
      }),
    }
  })

export const meta = metaOf

export default function MixPage() {
  const { Mix } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Mix site={useSite()} view={view} />
}
