import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeEmail, changeEmailSchema, changePassword, changePasswordSchema, getProfile } from '@residency/domain/identity'
import { endAllSessions, endSession, endSessionSchema, listSessions } from '@residency/domain/sessions'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { LinkButton } from '@residency/ui/site'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { passwordAgain } from './fields.ts'
import { pageHead } from './page-head.ts'
import { AccountFrame, AccountSection } from './parts/account-frame.tsx'
import { EmailForm, PasswordForm } from './parts/credential-forms.tsx'
import { SessionList } from './parts/session-list.tsx'
import { useHref } from './parts/use-account.ts'
import { accountHref, keepSession } from './passing.ts'

export { links } from './styles.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('password'), password: passwordAgain, newPassword: changePasswordSchema.shape.newPassword }),
  z.object({ intent: z.literal('email'), password: passwordAgain, email: changeEmailSchema.shape.email }),
  z.object({ intent: z.literal('end'), sessionId: endSessionSchema.shape.sessionId }),
  z.object({ intent: z.literal('endOthers') }),
])

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in' }, async ({ ctx, scope }) => ({
    profile: await getProfile(ctx),
    sessions: await listSessions(ctx),
    siteZone: ctx.tenant.timeZone,
    now: ctx.now().toISOString(),
    seo: pageHead(scope, 'security'),
  }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form }, async ({ ctx, form, scope }) => {
    switch (form.intent) {
      case 'password':
        keepSession(scope, await changePassword(ctx, form))
        break
      case 'email':
        await changeEmail(ctx, form)
        return redirect(accountHref(scope, '/check-mail/email'), 303)
      case 'end':
        await endSession(ctx, form)
        break
      case 'endOthers':
        await endAllSessions(ctx, { keepThis: true })
        break
    }
    return data({ done: form.intent })
  })

export const meta = metaOf

export default function SecurityPage() {
  const { profile, sessions, siteZone, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  const href = useHref()
  const hasFactor = profile.secondFactor === 'on'
  const state = { off: t('security.factorOff'), waiting: t('security.factorWaiting'), on: t('security.factorOn') }
  return (
    <AccountFrame title={t('security.title')} current="security">
      <AccountSection id="password" title={t('security.passwordHeading')}>
        <PasswordForm hasPassword={profile.hasPassword} hasSecondFactor={hasFactor} email={profile.email} />
      </AccountSection>
      <AccountSection id="factor" title={t('security.factorHeading')}>
        <p>
          {state[profile.secondFactor]} {hasFactor ? t('factor.left', { count: profile.recoveryCodesLeft }) : ''}
        </p>
        <LinkButton href={href('/account/two-factor')}>{hasFactor ? t('security.factorManage') : t('security.factorSetUp')}</LinkButton>
      </AccountSection>
      <AccountSection id="email" title={t('security.emailHeading')}>
        <EmailForm email={profile.email} hasPassword={profile.hasPassword} />
      </AccountSection>
      <AccountSection id="sessions" title={t('security.sessionsHeading')}>
        <SessionList sessions={sessions} zone={profile.timeZone ?? siteZone} now={now} />
      </AccountSection>
    </AccountFrame>
  )
}
