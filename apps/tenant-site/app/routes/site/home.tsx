import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localize } from '@residency/domain/context'
import { getHomePage } from '@residency/domain/site'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import type { HomeView } from '@residency/ui/views'
import { shapeBlocks } from '../../shape/blocks.ts'
import { eventCard } from '../../shape/event.ts'
import { musicGroup } from '../../shape/json-ld.ts'
import { authoredHref, hrefOf } from '../../shape/links.ts'
import { mixCard } from '../../shape/mix.ts'
import { picture } from '../../shape/picture.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ scope }) => {
    const site = siteOf(scope)
    const home = await getHomePage(site.ctx)
    const words = (text: Parameters<typeof localize>[0]) => localize(text, site.ctx.locale, site.ctx.tenant.locale)
    const first = shapeBlocks(site, home.about?.blocks ?? [], [], []).find((block) => block.type === 'text')
    const view: HomeView = {
      sections: site.frame.brand.sections,
      latest: home.latest
        ? { ...mixCard(site, home.latest), description: words(home.latest.description), tracks: home.latest.tracks }
        : null,
      mixes: home.mixes.map((mix) => mixCard(site, mix)),
      mixCount: home.mixCount,
      events: home.events.map((event) => eventCard(site, event)),
      about: first ? { html: first.html, picture: picture(site, home.about?.picture ?? null), href: hrefOf(site, '/about') } : null,
      links: site.frame.links.map((link) => ({ href: authoredHref(site, link.url), label: words(link.label), kind: link.kind })),
    }
    return { view, seo: seo(site, { type: 'profile', jsonLd: musicGroup(site) }) }
  })

export const meta = metaOf

export default function HomePage() {
  const { Home } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Home site={useSite()} view={view} />
}
