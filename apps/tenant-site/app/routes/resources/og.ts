import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMix } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { requireEvent } from '@residency/domain/events'
import { getShareCard, type ShareCard } from '@residency/domain/media'
import { requirePublishedPage } from '@residency/domain/pages'
import { pictureAnswer } from '@residency/edge/files'
import { openResource } from '@residency/edge/routes'
import { formatters } from '@residency/i18n'
import { z } from 'zod'
import { type SiteRequest, siteOf } from '../../shape/site-request.ts'

const hourSeconds = 3_600

const cardParams = z.object({
  kind: z.enum(['site', 'mixes', 'events', 'pages']),
  slug: z
    .string()
    .max(130)
    .regex(/^[a-z0-9-]+\.jpg$/)
    .transform((name) => name.slice(0, -'.jpg'.length)),
})
type Kind = z.output<typeof cardParams>['kind']

/** What a card says of each thing that can be shared. */
const cards: Record<Kind, (site: SiteRequest, slug: string) => Promise<ShareCard>> = {
  site: async ({ frame, ctx }) => ({
    title: frame.brand.name,
    facts: [localize(frame.brand.tagline, ctx.locale, ctx.tenant.locale)].filter(Boolean),
    number: null,
    artwork: frame.cover,
  }),
  mixes: async ({ ctx }, slug) => {
    const mix = await requireMix(ctx, { slug })
    const format = formatters(ctx.locale)
    const facts = [mix.genre ?? '', format.clock(mix.durationMs), format.date(mix.recordedOn, { style: 'medium' })].filter(Boolean)
    return { title: mix.title, facts, number: mix.number, artwork: mix.artwork }
  },
  events: async ({ ctx }, slug) => {
    const event = await requireEvent(ctx, { slug })
    const date = formatters(ctx.locale).date(event.startsAt, { style: 'medium', timeZone: event.timeZone })
    return { title: event.title, facts: [date, event.venue, event.city], number: null, artwork: event.image }
  },
  pages: async ({ ctx }, slug) => {
    const page = await requirePublishedPage(ctx, { kind: 'page', slug })
    return { title: localize(page.title, ctx.locale, ctx.tenant.locale), facts: [], number: null, artwork: page.media[0] ?? null }
  },
}

/** The picture shown where a page of the site is shared: `/og/mixes/<slug>.jpg`, `/og/site/home.jpg`. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone', params: cardParams }, async ({ scope, ctx, params, request }) => {
    const site = siteOf(scope)
    const card = await cards[params.kind](site, params.slug)
    return pictureAnswer(request, await getShareCard(ctx, site.frame.brand, card), hourSeconds)
  })
