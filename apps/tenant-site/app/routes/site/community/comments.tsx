import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mixCommunitySchema, requireMixCommunity } from '@residency/domain/community'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { createI18n } from '@residency/i18n/server'
import { usePreset } from '@residency/ui/presets'
import { z } from 'zod'
import { communityView } from '../../../shape/community.ts'
import { metaOf, seo } from '../../../shape/seo.ts'
import { siteOf } from '../../../shape/site-request.ts'
import { useSite } from '../use-site.ts'
import type { Answer } from './answer.ts'
import { CommunityBody } from './community-body.tsx'
import { communityForm, say } from './community-form.server.ts'

export { links } from './styles.ts'

const params = mixCommunitySchema.pick({ slug: true })
const search = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  link: z.string().max(100).nullable().catch(null).default(null),
})

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params, search }, async ({ ctx, scope, params, search }) => {
    const site = siteOf(scope)
    scope.keepPrivate()
    const found = await requireMixCommunity(ctx, { ...params, ...search })
    const t = createI18n(ctx.locale).getFixedT(ctx.locale, 'community')
    const title = t('page.title', { title: found.mix.title })
    return { view: communityView(site, found, search.link), seo: seo(site, { title, index: false }) }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', params, form: communityForm }, async ({ ctx, params, form, request }) => {
    const link = new URL(request.url).searchParams.get('link')
    const { mix } = await requireMixCommunity(ctx, { ...params, link, page: 1 })
    await say(ctx, { mixId: mix.id, link }, form)
    return { done: form.intent, at: Date.now() }
  })

export const meta = metaOf

/** All that fans say of a mix, on a page of its own: the way for whoever has no scripts. */
export default function CommentsPage() {
  const { Panel } = usePreset()
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { t } = useTranslation('community')
  return (
    <Panel site={useSite()} title={t('page.title', { title: view.mix.title })} wide>
      <p className="community-back">
        <a href={view.mix.href}>{t('page.back')}</a>
      </p>
      <CommunityBody view={view} answer={answer} heading="h2" />
    </Panel>
  )
}
