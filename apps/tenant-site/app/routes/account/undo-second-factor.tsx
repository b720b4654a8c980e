import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { inspectLink, undoSecondFactor } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { LinkGone } from './parts/link-gone.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm } from './parts/use-account.ts'
import { accountHref, carriedToken, carryToken, linkToken } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const unverifiedToken = linkToken(scope, request, 'undo', '/undo-second-factor')
    const link = await inspectLink(ctx, { kind: 'undo_second_factor', unverifiedToken })
    return { email: link?.email ?? null, seo: pageHead(scope, 'undo') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const { resetToken } = await undoSecondFactor(ctx, { token: carriedToken(request, 'undo') ?? '' })
    carryToken(scope, 'reset', resetToken)
    return redirect(accountHref(scope, '/reset-password'), 303)
  })

export const meta = metaOf

export default function UndoSecondFactorPage() {
  const { email } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const { problem } = useForm()
  if (email === null) return <LinkGone again="/forgot-password" />
  return (
    <Panel site={site} title={t('undo.title')} intro={t('undo.intro', { email })}>
      <FormNotice problem={problem} />
      <Form method="post">
        <Submit>{t('undo.submit')}</Submit>
      </Form>
    </Panel>
  )
}
