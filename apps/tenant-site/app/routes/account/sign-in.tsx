import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { signIn, signInSchema } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { passingCookie } from '@residency/edge/visitor'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton, TextInput } from '@residency/ui/site'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { PasswordInput } from './parts/password-input.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm, useHref } from './parts/use-account.ts'
import { accountHref, goal, goIn, leaveIfSignedIn } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, ({ scope, url }) => {
    const returnTo = url.searchParams.get('returnTo')
    leaveIfSignedIn(scope, returnTo)
    return { returnTo: returnTo === null ? null : goal(scope, returnTo), seo: pageHead(scope, 'signIn') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(
    args,
    { access: 'anyone', form: signInSchema.extend({ returnTo: z.string().optional() }) },
    async ({ ctx, form, scope, request }) => {
      const result = await signIn(ctx, form)
      if (result.state !== 'unverified') return goIn(scope, request, result, goal(scope, form.returnTo))
      scope.setCookie(passingCookie('signUp', result.step, 24 * 60))
      return redirect(accountHref(scope, '/check-mail/sign-up'), 303)
    },
  )

export const meta = metaOf

export default function SignInPage() {
  const { returnTo } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const href = useHref()
  const { problem, error, typed } = useForm()
  const onwards = returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : ''
  return (
    <Panel site={site} title={t('signIn.title')}>
      <FormNotice problem={problem} />
      <Form method="post" className="account-form">
        <TextInput
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="username"
          required
          defaultValue={typed('email')}
          error={error('email')}
        />
        <PasswordInput name="password" label={t('field.password')} autoComplete="current-password" error={error('password')} />
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        <Submit>{t('signIn.submit')}</Submit>
        <p className="account-aside">
          <a href={href('/forgot-password')}>{t('signIn.forgot')}</a>
        </p>
      </Form>
      <p className="account-or">{t('signIn.or')}</p>
      <LinkButton href={href('/sign-in/link') + onwards}>{t('signIn.byLink')}</LinkButton>
      <p className="account-aside">
        {t('signIn.none')} <a href={href('/sign-up')}>{t('signIn.signUp')}</a>
      </p>
    </Panel>
  )
}
