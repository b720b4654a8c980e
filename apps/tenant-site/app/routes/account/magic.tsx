import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { consumeMagicLink, inspectLink } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { LinkGone } from './parts/link-gone.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm } from './parts/use-account.ts'
import { carriedToken, goal, goIn, linkToken } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request, url }) => {
    const link = await inspectLink(ctx, { kind: 'magic_link', unverifiedToken: linkToken(scope, request, 'magic', '/sign-in/magic') })
    return { email: link?.email ?? null, returnTo: goal(scope, url.searchParams.get('returnTo')), seo: pageHead(scope, 'magic') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form: z.object({ returnTo: z.string().optional() }) }, async ({ ctx, form, scope, request }) => {
    const entry = await consumeMagicLink(ctx, { token: carriedToken(request, 'magic') ?? '' })
    return goIn(scope, request, entry, goal(scope, form.returnTo))
  })

export const meta = metaOf

export default function MagicLinkPage() {
  const { email, returnTo } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const { problem } = useForm()
  if (email === null) return <LinkGone again="/sign-in/link" />
  return (
    <Panel site={site} title={t('magic.title')} intro={t('magic.intro', { email })}>
      <FormNotice problem={problem} />
      <Form method="post">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Submit>{t('magic.submit')}</Submit>
      </Form>
    </Panel>
  )
}
