import { localize } from '@residency/domain/context'
import type { HomePage } from '@residency/domain/site'
import type { HomeView } from '@residency/ui/views'
import { shapeBlocks } from './blocks.ts'
import { eventCard } from './event.ts'
import { authoredHref, hrefOf } from './links.ts'
import { mixCard, namedTracks } from './mix.ts'
import { picture } from './picture.ts'
import type { SiteRequest } from './site-request.ts'

export function homeView(site: SiteRequest, home: HomePage): HomeView {
  const words = (text: Parameters<typeof localize>[0]) => localize(text, site.ctx.locale, site.ctx.tenant.locale)
  const first = shapeBlocks(site, home.about?.blocks ?? [], [], []).find((block) => block.type === 'text')
  return {
    sections: site.frame.brand.sections,
    latest: home.latest
      ? { ...mixCard(site, home.latest), description: words(home.latest.description), tracks: namedTracks(home.latest.tracks) }
      : null,
    mixes: home.mixes.map((mix) => mixCard(site, mix)),
    mixCount: home.mixCount,
    events: home.events.map((event) => eventCard(site, event)),
    about: first ? { html: first.html, picture: picture(site, home.about?.picture ?? null), href: hrefOf(site, '/about') } : null,
    links: site.frame.links.map((link) => ({ href: authoredHref(site, link.url), label: words(link.label), kind: link.kind })),
  }
}
