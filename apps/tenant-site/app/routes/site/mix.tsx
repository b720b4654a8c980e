import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { linkedMixSchema, mixSlugSchema, requireLinkedMix, requireMix } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { openLoader } from '@residency/edge/routes'
import { usePreset } from '@residency/ui/presets'
import { TimedWords } from '@residency/ui/site'
import { z } from 'zod'
import { musicRecording } from '../../shape/json-ld.ts'
import { mixView } from '../../shape/mix.ts'
import { orRedirect } from '../../shape/or-redirect.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { excerpt } from '../../shape/text.ts'
import { MixCommunity } from './community/mix-community.tsx'
import { useSite } from './use-site.ts'

export { links } from './community/styles.ts'

/** A listen link opens what is not public. */
const search = z.object({ link: linkedMixSchema.shape.link.optional().catch(undefined) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params: mixSlugSchema, search }, async ({ scope, params: { slug }, search: { link } }) => {
    const site = siteOf(scope)
    if (link) scope.keepPrivate()
    const mix = await orRedirect(site, 'mix', slug, () =>
      link ? requireLinkedMix(site.ctx, { slug, link }) : requireMix(site.ctx, { slug }),
    )
    const description = localize(mix.description, site.ctx.locale, site.ctx.tenant.locale)
    return {
      view: mixView(site, mix, link),
      words: mix.words,
      seo: seo(site, {
        title: mix.title,
        description: excerpt(description),
        image: `/og/mixes/${mix.slug}.jpg`,
        type: 'music.song',
        ...(link ? { index: false } : { embeds: true }),
        jsonLd: musicRecording(site, mix),
      }),
    }
  })

export const meta = metaOf

export default function MixPage() {
  const { Mix } = usePreset()
  const { view, words } = useLoaderData<typeof loader>()
  const after = (
    <>
      <TimedWords mix={view} words={words} durationMs={view.durationMs} />
      <MixCommunity mixId={view.id} href={view.href} link={view.link} />
    </>
  )
  return <Mix site={useSite()} view={view} after={after} />
}
