import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { acceptInvitation, acceptInvitationSchema, inspectInvitation } from '@residency/domain/crew'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { Button, LinkButton, TextInput } from '@residency/ui/site'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { orNull } from './fields.ts'
import { pageHead } from './page-head.ts'
import { FormNotice } from './parts/form-notice.tsx'
import { LinkGone } from './parts/link-gone.tsx'
import { PasswordInput } from './parts/password-input.tsx'
import { Submit } from './parts/submit.tsx'
import { useForm, useHref } from './parts/use-account.ts'
import { carriedToken, goIn, linkToken } from './passing.ts'

export { links } from './styles.ts'

const { name, password } = acceptInvitationSchema.shape
const form = acceptInvitationSchema.pick({ name: true, password: true }).extend({ name: orNull(name), password: orNull(password) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, async ({ ctx, scope, request }) => {
    const unverifiedToken = linkToken(scope, request, 'invitation', '/invitation')
    return { invitation: await inspectInvitation(ctx, { unverifiedToken }), seo: pageHead(scope, 'invitation') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form }, async ({ ctx, form, scope, request }) => {
    const entry = await acceptInvitation(ctx, { token: carriedToken(request, 'invitation') ?? '', ...form })
    return goIn(scope, request, entry, '/studio')
  })

export const meta = metaOf

export default function InvitationPage() {
  const { invitation } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  const href = useHref()
  const { problem, error, typed } = useForm()
  if (invitation.state === 'gone') return <LinkGone />
  const { email, state } = invitation
  const back = encodeURIComponent(href('/invitation'))
  return (
    <Panel site={site} title={t('invitation.title')} intro={t('invitation.intro', { site: site.name, role: t(`role.${invitation.role}`) })}>
      <FormNotice problem={problem} />
      {state === 'signIn' ? (
        <>
          <p>{t('invitation.signInIntro', { email })}</p>
          <LinkButton weight="main" href={`${href('/sign-in')}?returnTo=${back}`}>
            {t('invitation.signIn')}
          </LinkButton>
        </>
      ) : null}
      {state === 'other' ? (
        <>
          <p>{t('invitation.otherIntro', { email })}</p>
          <Form method="post" action={href('/sign-out')} reloadDocument>
            <input type="hidden" name="returnTo" value={href('/invitation')} />
            <Button>{t('nav.signOut')}</Button>
          </Form>
        </>
      ) : null}
      {state === 'accept' ? (
        <Form method="post">
          <Submit>{t('invitation.accept')}</Submit>
        </Form>
      ) : null}
      {state === 'join' ? (
        <Form method="post" className="account-form">
          <p>{t('invitation.joinIntro', { email })}</p>
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            name="name"
            label={t('field.name')}
            autoComplete="name"
            required
            maxLength={60}
            defaultValue={typed('name')}
            error={error('name')}
          />
          <PasswordInput
            name="password"
            label={t('field.password')}
            hint={t('field.passwordHint')}
            autoComplete="new-password"
            error={error('password')}
          />
          <Submit>{t('invitation.accept')}</Submit>
        </Form>
      ) : null}
    </Panel>
  )
}
