import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localize } from '@residency/domain/context'
import { openLoader } from '@residency/edge/routes'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import { authoredHref } from '../../shape/links.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ scope }) => {
    const site = siteOf(scope)
    const t = createI18n(site.ctx.locale).getFixedT(site.ctx.locale, 'site')
    const links = site.frame.links.map((link) => ({
      href: authoredHref(site, link.url),
      label: localize(link.label, site.ctx.locale, site.ctx.tenant.locale),
      kind: link.kind,
    }))
    return { view: { links }, seo: seo(site, { title: t('sections.links') }) }
  })

export const meta = metaOf

export default function LinksPage() {
  const { Links } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Links site={useSite()} view={view} />
}
