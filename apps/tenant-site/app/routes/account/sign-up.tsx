import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { signUp, signUpSchema } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { passingCookie } from '@residency/edge/visitor'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { Checkbox, TextInput } from '@residency/ui/site'
import { useEffect, useState } from 'react'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { checkbox } from './fields.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { PasswordInput } from './parts/password-input.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm, useHref } from './parts/use-account.ts'
import { accountHref, leaveIfSignedIn } from './passing.ts'

export { links } from './styles.ts'

const form = signUpSchema.extend({
  terms: checkbox.pipe(signUpSchema.shape.terms),
  marketing: checkbox,
  // A zone this server doesn't know is no reason to turn somebody away.
  timeZone: signUpSchema.shape.timeZone.catch(null),
})

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, ({ scope }) => {
    leaveIfSignedIn(scope, null)
    return { seo: pageHead(scope, 'signUp') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form }, async ({ ctx, form, scope }) => {
    const { step } = await signUp(ctx, form)
    scope.setCookie(passingCookie('signUp', step, 24 * 60))
    return redirect(accountHref(scope, '/check-mail/sign-up'), 303)
  })

export const meta = metaOf

export default function SignUpPage() {
  useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const href = useHref()
  const { problem, error, typed } = useForm()
  const [zone, setZone] = useState('')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return (
    <Panel site={site} title={t('signUp.title')} intro={t('signUp.intro', { site: site.name })}>
      <FormNotice problem={problem} />
      <Form method="post" className="account-form">
        <TextInput
          name="name"
          label={t('field.name')}
          hint={t('field.nameHint')}
          autoComplete="nickname"
          required
          maxLength={60}
          defaultValue={typed('name')}
          error={error('name')}
        />
        <TextInput
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={typed('email')}
          error={error('email')}
        />
        <PasswordInput
          name="password"
          label={t('field.password')}
          hint={t('field.passwordHint')}
          autoComplete="new-password"
          error={error('password')}
        />
        <Checkbox
          name="terms"
          required
          label={t('signUp.terms')}
          hint={site.legal.length > 0 ? <LegalLinks /> : undefined}
          defaultChecked={typed('terms') === 'on'}
          error={error('terms')}
        />
        <Checkbox name="marketing" label={t('signUp.marketing')} defaultChecked={typed('marketing') === 'on'} />
        <input type="hidden" name="timeZone" value={zone} />
        <Submit>{t('signUp.submit')}</Submit>
      </Form>
      <p className="account-aside">
        {t('signUp.have')} <a href={href('/sign-in')}>{t('signUp.signIn')}</a>
      </p>
    </Panel>
  )
}

/** In a new tab: what was typed stays. */
function LegalLinks() {
  const site = useSite()
  return (
    <span className="account-legal">
      {site.legal.map((page) => (
        <a key={page.href} href={page.href} target="_blank" rel="noreferrer">
          {page.label}
        </a>
      ))}
    </span>
  )
}
