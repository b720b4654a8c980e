import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  beginSecondFactor,
  chosenPassword,
  confirmSecondFactor,
  confirmSecondFactorSchema,
  disableSecondFactor,
  getProfile,
  pendingEnrolment,
  renewRecoveryCodes,
} from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { qrPath } from '@residency/ui/qr'
import { z } from 'zod'
import { metaOf } from '../../shape/seo.ts'
import { orNull, passwordAgain } from './fields.ts'
import { pageHead } from './page-head.ts'
import { AccountFrame } from './parts/account-frame.tsx'
import { BeginFactor, ConfirmFactor } from './parts/enrol-factor.tsx'
import { ManageFactor } from './parts/manage-factor.tsx'
import { RecoveryCodes } from './parts/recovery-codes.tsx'
import type { Result } from './parts/use-account.ts'
import { accountHref, keepSession } from './passing.ts'

export { links } from './styles.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('begin'), password: passwordAgain }),
  z.object({ intent: z.literal('confirm'), code: confirmSecondFactorSchema.shape.code }),
  z.object({ intent: z.literal('renew'), password: passwordAgain }),
  z.object({ intent: z.literal('off'), password: passwordAgain, newPassword: orNull(chosenPassword) }),
])

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'signed-in' }, async ({ ctx, scope }) => {
    const enrolment = await pendingEnrolment(ctx)
    return {
      profile: await getProfile(ctx),
      enrolment: enrolment ? { secret: enrolment.secret, ...qrPath(enrolment.uri) } : null,
      seo: pageHead(scope, 'factor'),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'signed-in', form }, async ({ ctx, form, scope }) => {
    switch (form.intent) {
      case 'begin':
        await beginSecondFactor(ctx, form)
        return redirect(accountHref(scope, '/account/two-factor'), 303)
      case 'confirm': {
        const { session, recoveryCodes } = await confirmSecondFactor(ctx, form)
        keepSession(scope, session)
        return data({ done: 'confirm', recoveryCodes })
      }
      case 'renew':
        return data({ done: 'renew', recoveryCodes: await renewRecoveryCodes(ctx, form) })
      case 'off':
        keepSession(scope, await disableSecondFactor(ctx, form))
        return redirect(accountHref(scope, '/account/security'), 303)
    }
  })

export const meta = metaOf

export default function TwoFactorPage() {
  const { profile, enrolment } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  const codes = useActionData<Result>()?.recoveryCodes
  return (
    <AccountFrame title={t('factor.title')} current="security">
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : profile.secondFactor === 'on' ? (
        <ManageFactor left={profile.recoveryCodesLeft} hasPassword={profile.hasPassword} email={profile.email} />
      ) : enrolment ? (
        <ConfirmFactor enrolment={enrolment} />
      ) : (
        <BeginFactor hasPassword={profile.hasPassword} email={profile.email} />
      )}
    </AccountFrame>
  )
}
