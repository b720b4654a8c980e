import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { confirmEmail, inspectLink } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { endedCookie } from '@residency/edge/visitor'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton } from '@residency/ui/site'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { LinkGone } from './parts/link-gone.tsx'
import { Submit } from './parts/submit.tsx'
import { type Result, useForm, useHref } from './parts/use-account.ts'
import { accountHref, carriedToken, keepSession, linkToken } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const link = await inspectLink(ctx, { kind: 'change_email', unverifiedToken: linkToken(scope, request, 'email', '/confirm-email') })
    return { email: link?.email ?? null, seo: pageHead(scope, 'moved') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const session = await confirmEmail(ctx, { token: carriedToken(request, 'email') ?? '' })
    scope.setCookie(endedCookie('link'))
    if (!session) return data({ done: 'moved' })
    keepSession(scope, session)
    return redirect(accountHref(scope, '/account/security'), 303)
  })

export const meta = metaOf

export default function ConfirmEmailPage() {
  const { email } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const href = useHref()
  const { problem } = useForm()
  const moved = useActionData<Result>()?.done === 'moved'
  if (moved) {
    return (
      <Panel site={site} title={t('moved.title')} intro={t('moved.done')}>
        <LinkButton weight="main" href={href('/sign-in')}>
          {t('gone.signIn')}
        </LinkButton>
      </Panel>
    )
  }
  if (email === null) return <LinkGone />
  return (
    <Panel site={site} title={t('moved.title')} intro={t('moved.intro', { email })}>
      <FormNotice problem={problem} />
      <Form method="post">
        <Submit>{t('moved.submit')}</Submit>
      </Form>
    </Panel>
  )
}
