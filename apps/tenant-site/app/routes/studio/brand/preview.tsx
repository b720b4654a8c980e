import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { brandAttributes } from '@residency/brand'
import { getDraftFrame, getHomePage } from '@residency/domain/site'
import { openLoader } from '@residency/edge/routes'
import { fontPreloads } from '@residency/ui/fonts'
import { usePreset } from '@residency/ui/presets'
import { homeView } from '../../../shape/home.ts'
import { siteView } from '../../../shape/site.ts'
import { siteOf } from '../../../shape/site-request.ts'

/** The home page as the draft would make it, in a document of its own (root.tsx and entry.server.tsx read `brand` from here). */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'brand.edit' }, async ({ ctx, scope }) => {
    scope.keepPrivate()
    const frame = await getDraftFrame(ctx)
    const site = { ...siteOf(scope), frame, path: '/' }
    return {
      brand: frame.brand,
      attributes: brandAttributes(frame.brand),
      preset: frame.brand.preset,
      preloads: fontPreloads(frame.brand),
      // A preview is looked at: nobody answers its consent bar or follows the way into an account from it.
      site: { ...siteView(site, ''), consent: null },
      view: homeView(site, await getHomePage(ctx)),
    }
  })

export const meta = () => [{ title: '' }, { name: 'robots', content: 'noindex' }]

export default function Preview() {
  const { Shell, Home } = usePreset()
  const { site, view } = useLoaderData<typeof loader>()
  return (
    <Shell site={site}>
      <Home site={site} view={view} />
    </Shell>
  )
}
