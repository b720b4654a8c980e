import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { inspectVerification, verifyEmail } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { passwordAgain } from './fields.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { LinkGone } from './parts/link-gone.tsx'
import { PasswordInput } from './parts/password-input.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm } from './parts/use-account.ts'
import { accountHref, carried, carriedToken, goIn, linkToken } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const unverifiedToken = linkToken(scope, request, 'verify', '/verify')
    const verification = await inspectVerification(ctx, { unverifiedToken, step: carried(request, 'signUp') })
    return { verification, seo: pageHead(scope, 'verify') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form: z.object({ password: passwordAgain }) }, async ({ ctx, form, scope, request }) => {
    const token = carriedToken(request, 'verify') ?? ''
    const entry = await verifyEmail(ctx, { token, step: carried(request, 'signUp'), password: form.password })
    return goIn(scope, request, entry, `${accountHref(scope, '/account')}?welcome`)
  })

export const meta = metaOf

export default function VerifyPage() {
  const { verification } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const { problem, error } = useForm()
  if (verification.state === 'gone') return <LinkGone again="/sign-up" />
  const { email } = verification
  return (
    <Panel site={site} title={t('verify.title')} intro={t('verify.intro', { email })}>
      <FormNotice problem={problem} />
      <Form method="post" className="account-form">
        {verification.state === 'needsPassword' ? (
          <>
            <p>{t('verify.introPassword')}</p>
            <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
            <PasswordInput name="password" label={t('field.password')} autoComplete="current-password" error={error('password')} />
          </>
        ) : null}
        <Submit>{t('verify.submit')}</Submit>
      </Form>
    </Panel>
  )
}
