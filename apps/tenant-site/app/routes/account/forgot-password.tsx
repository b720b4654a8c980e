import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requestPasswordReset, requestPasswordResetSchema } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { metaOf } from '../../shape/seo.ts'
import { pageHead } from './page-head.ts'
import { AskForMail } from './parts/ask-for-mail.tsx'
import { accountHref } from './passing.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, ({ scope }) => ({ seo: pageHead(scope, 'forgot') }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form: requestPasswordResetSchema }, async ({ ctx, form, scope }) => {
    await requestPasswordReset(ctx, form)
    return redirect(accountHref(scope, '/check-mail/reset'), 303)
  })

export const meta = metaOf

export default function ForgotPasswordPage() {
  const { t } = useTranslation('account')
  return <AskForMail title={t('forgot.title')} intro={t('forgot.intro')} submit={t('forgot.submit')} back={t('forgot.back')} />
}
