import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endsAtOrLater, eventSlugSchema, requireEvent } from '@residency/domain/events'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import { eventCard } from '../../shape/event.ts'
import { musicEvent } from '../../shape/json-ld.ts'
import { orRedirect } from '../../shape/or-redirect.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { excerpt, paragraphs } from '../../shape/text.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params: eventSlugSchema }, async ({ scope, params }) => {
    const site = siteOf(scope)
    const event = await orRedirect(site, 'event', params.slug, () => requireEvent(site.ctx, params))
    const card = eventCard(site, event)
    return {
      view: { ...card, isOver: endsAtOrLater(event) <= site.ctx.now(), descriptionHtml: paragraphs(card.description) },
      seo: seo(site, {
        title: `${event.title}, ${event.city}`,
        description: excerpt(card.description),
        image: `/og/events/${event.slug}.jpg`,
        jsonLd: musicEvent(site, event),
        type: 'article',
      }),
    }
  })

export const meta = metaOf

export default function EventPage() {
  const { Event } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Event site={useSite()} view={view} />
}
