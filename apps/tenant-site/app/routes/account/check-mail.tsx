import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requestVerificationAgain } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton } from '@residency/ui/site'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm, useHref } from './parts/use-account.ts'
import { carried } from './passing.ts'

export { links } from './styles.ts'

const params = z.object({ what: z.enum(['sign-up', 'link', 'reset', 'email']) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params }, ({ scope, params, request }) => {
    scope.keepPrivate()
    return { what: params.what, canResend: params.what === 'sign-up' && carried(request, 'signUp') !== null, seo: pageHead(scope, 'sent') }
  })

/** Sends the confirmation again, from the browser that signed up. */
export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', params }, async ({ ctx, request }) => {
    await requestVerificationAgain(ctx, { unverifiedStep: carried(request, 'signUp') })
    return data({ done: 'again' })
  })

export const meta = metaOf

const words = { 'sign-up': 'sent.signUp', link: 'sent.link', reset: 'sent.reset', email: 'sent.email' } as const
const origin = { 'sign-up': '/sign-up', link: '/sign-in/link', reset: '/forgot-password', email: '/account/security' } as const

export default function CheckMailPage() {
  const { what, canResend } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const href = useHref()
  const { problem } = useForm()
  const { done } = useForm('again')
  return (
    <Panel site={site} title={t('sent.title')} intro={t(words[what])}>
      <FormNotice problem={problem} done={done ? t('sent.againDone') : null} />
      <p>{t('sent.nothing')}</p>
      <div className="account-actions">
        {canResend ? (
          <Form method="post">
            <Submit weight="plain">{t('sent.again')}</Submit>
          </Form>
        ) : null}
        <LinkButton href={href(origin[what])}>{t('sent.startAgain')}</LinkButton>
        <LinkButton href={site.homeHref}>{t('sent.home', { site: site.name })}</LinkButton>
      </div>
    </Panel>
  )
}
