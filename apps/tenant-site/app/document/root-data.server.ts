import type { LoaderFunctionArgs } from '@remix-run/node'
import { brandAttributes } from '@residency/brand'
import { openLoader } from '@residency/edge/routes'
import { fontPreloads } from '@residency/ui/fonts'
import { siteView } from '../shape/site.ts'
import { siteOf } from '../shape/site-request.ts'
import { themeColours } from './theme-colours.server.ts'

/** What the document and every error page know of the site. */
export const rootData = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', isFrame: true }, async ({ scope }) => {
    const site = siteOf(scope)
    const { brand } = site.frame
    return {
      site: siteView(site, new URL(args.request.url).search),
      attributes: brandAttributes(brand, site.visitor.mode),
      preset: brand.preset,
      themeColours: themeColours(brand, site.visitor.mode),
      chosenMode: site.visitor.mode,
      preloads: fontPreloads(brand),
      answered: site.visitor.consent?.version === site.frame.consent.version,
      requestId: site.shared ? null : scope.facts.requestId,
      signedIn: !site.shared,
    }
  })
