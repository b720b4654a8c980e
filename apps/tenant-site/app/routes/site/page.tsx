import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePublishedPage } from '@residency/domain/pages'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import { z } from 'zod'
import { orRedirect } from '../../shape/or-redirect.ts'
import { pageDescription, pageView } from '../../shape/page.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

const pageParams = z.object({ slug: z.string().max(120) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params: pageParams }, async ({ scope, params }) => {
    const site = siteOf(scope)
    const view = pageView(
      site,
      await orRedirect(site, 'page', params.slug, () => requirePublishedPage(site.ctx, { kind: 'page', slug: params.slug })),
    )
    return {
      view,
      seo: seo(site, { title: view.title, description: pageDescription(view), image: `/og/pages/${params.slug}.jpg`, type: 'article' }),
    }
  })

export const meta = metaOf

export default function WrittenPage() {
  const { Page } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Page site={useSite()} view={view} />
}
