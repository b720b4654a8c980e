import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { completeSignIn, completeSignInSchema, stepWaits } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { TextInput } from '@residency/ui/site'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm, useHref } from './parts/use-account.ts'
import { accountHref, carried, goal, goIn } from './passing.ts'

export { links } from './styles.ts'

const form = completeSignInSchema.pick({ code: true }).extend({ returnTo: z.string().optional() })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request, url }) => {
    scope.keepPrivate()
    if (!(await stepWaits(ctx, { unverifiedStep: carried(request, 'step') }))) throw redirect(accountHref(scope, '/sign-in'), 303)
    return { returnTo: goal(scope, url.searchParams.get('returnTo')), seo: pageHead(scope, 'code') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form }, async ({ ctx, form, scope, request }) => {
    const session = await completeSignIn(ctx, { step: carried(request, 'step') ?? '', code: form.code })
    return goIn(scope, request, { state: 'signedIn', session }, goal(scope, form.returnTo))
  })

export const meta = metaOf

export default function SecondStepPage() {
  const { returnTo } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const href = useHref()
  const { problem, error } = useForm()
  return (
    <Panel site={site} title={t('code.title')} intro={t('code.intro', { site: site.name })}>
      <FormNotice problem={problem} />
      <Form method="post" className="account-form">
        <TextInput
          name="code"
          label={t('field.code')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
          maxLength={40}
          className="account-code"
          error={error('code')}
        />
        <input type="hidden" name="returnTo" value={returnTo} />
        <Submit>{t('code.submit')}</Submit>
      </Form>
      <p className="account-aside">
        <a href={href('/sign-in')}>{t('code.startAgain')}</a>
      </p>
    </Panel>
  )
}
