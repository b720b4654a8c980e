import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMixes, listMixesSchema } from '@residency/domain/catalogue'
import { openLoader } from '@residency/edge/routes'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import type { MixesView } from '@residency/ui/views'
import { hrefOf } from '../../shape/links.ts'
import { mixCard } from '../../shape/mix.ts'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', search: listMixesSchema }, async ({ scope, search }) => {
    const site = siteOf(scope)
    const list = await listMixes(site.ctx, search)
    const choice = ({ value, count }: { value: string; count: number }) => ({ value, label: value, count })
    const { q, genre, mood, year, sort } = list.query
    const view: MixesView = {
      mixes: list.mixes.map((mix) => mixCard(site, mix)),
      total: list.total,
      page: list.page,
      pageCount: list.pageCount,
      query: { q, genre, mood, year, sort },
      genres: list.genres.map(choice),
      moods: list.moods.map(choice),
      years: list.years.map(choice),
      action: hrefOf(site, '/mixes'),
    }
    const filtered = Boolean(q || genre || mood || year || sort !== 'newest')
    const t = createI18n(site.ctx.locale).getFixedT(site.ctx.locale, 'site')
    return {
      view,
      // A search is nobody's landing page; a further page of the whole list is its own.
      seo: seo(site, {
        title: t('sections.mixes'),
        index: !filtered,
        ...(list.page > 1 && !filtered ? { search: `?page=${list.page}` } : {}),
      }),
    }
  })

export const meta = metaOf

export default function MixesPage() {
  const { Mixes } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  return <Mixes site={useSite()} view={view} />
}
