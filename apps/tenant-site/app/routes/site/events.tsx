import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listEvents } from '@residency/domain/events'
import { openLoader } from '@residency/edge/routes'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import { eventCard } from '../../shape/event.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ scope }) => {
    const site = siteOf(scope)
    const events = await listEvents(site.ctx)
    const t = createI18n(site.ctx.locale).getFixedT(site.ctx.locale, 'site')
    return {
      view: { upcoming: events.upcoming.map((event) => eventCard(site, event)), past: events.past.map((event) => eventCard(site, event)) },
      seo: seo(site, { title: t('sections.events') }),
    }
  })

export const meta = metaOf

export default function EventsPage() {
  const { Events } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Events site={useSite()} view={view} />
}
