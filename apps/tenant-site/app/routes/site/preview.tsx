import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openDraftPreview, resolveDraft } from '@residency/domain/pages'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import { z } from 'zod'
import { pageDescription, pageView } from '../../shape/page.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

const previewParams = z.object({ token: z.string().max(1_000) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params: previewParams }, async ({ scope, params }) => {
    scope.keepPrivate()
    const site = siteOf(scope)
    const view = pageView(site, await resolveDraft(site.ctx, await openDraftPreview(site.ctx, { unverifiedToken: params.token })))
    return { view, seo: seo(site, { title: view.title, description: pageDescription(view), type: 'article', index: false }) }
  })

export const meta = metaOf

export default function PreviewPage() {
  const { Page } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Page site={useSite()} view={view} />
}
