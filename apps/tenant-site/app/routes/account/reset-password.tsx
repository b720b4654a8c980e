import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { inspectLink, resetPassword, resetPasswordSchema } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { LinkGone } from './parts/link-gone.tsx'
import { PasswordInput } from './parts/password-input.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm } from './parts/use-account.ts'
import { accountHref, carriedToken, goIn, linkToken } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const link = await inspectLink(ctx, { kind: 'reset_password', unverifiedToken: linkToken(scope, request, 'reset', '/reset-password') })
    return { link, seo: pageHead(scope, 'reset') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form: resetPasswordSchema.pick({ password: true }) }, async ({ ctx, form, scope, request }) => {
    const entry = await resetPassword(ctx, { token: carriedToken(request, 'reset') ?? '', password: form.password })
    return goIn(scope, request, entry, accountHref(scope, '/account'))
  })

export const meta = metaOf

export default function ResetPasswordPage() {
  const { link } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const { problem, error } = useForm()
  if (!link) return <LinkGone again="/forgot-password" />
  return (
    <Panel site={site} title={t('reset.title')} intro={t('reset.intro', { email: link.email })}>
      <FormNotice problem={problem} />
      <Form method="post" className="account-form">
        <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
        <PasswordInput
          name="password"
          label={t('field.newPassword')}
          hint={link.hasSecondFactor ? t('field.passwordHintShort') : t('field.passwordHint')}
          autoComplete="new-password"
          error={error('password')}
        />
        <Submit>{t('reset.submit')}</Submit>
      </Form>
    </Panel>
  )
}
