import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getHomePage } from '@residency/domain/site'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import { homeView } from '../../shape/home.ts'
import { musicGroup } from '../../shape/json-ld.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ scope }) => {
    const site = siteOf(scope)
    return { view: homeView(site, await getHomePage(site.ctx)), seo: seo(site, { type: 'profile', jsonLd: musicGroup(site) }) }
  })

export const meta = metaOf

export default function HomePage() {
  const { Home } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Home site={useSite()} view={view} />
}
