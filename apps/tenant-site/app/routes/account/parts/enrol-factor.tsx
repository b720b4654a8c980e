import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { TextInput } from '@residency/ui/site'
import { AccountSection } from './account-frame.tsx'
import { FormNotice } from './form-notice.tsx'
import { PasswordInput } from './password-input.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

export function BeginFactor({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const { t } = useTranslation('account')
  const { problem, error } = useForm('begin')
  return (
    <Form method="post" className="account-form">
      <FormNotice problem={problem} />
      <p>{t('factor.intro')}</p>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <PasswordInput name="password" label={t('field.presentPassword')} autoComplete="current-password" error={error('password')} />
      ) : null}
      <Submit intent="begin">{t('factor.begin')}</Submit>
    </Form>
  )
}

export function ConfirmFactor({ enrolment }: { enrolment: { secret: string; size: number; path: string } }) {
  const { t } = useTranslation('account')
  const { problem, error } = useForm('confirm')
  return (
    <>
      <AccountSection id="scan" title={t('factor.step1')}>
        <svg
          className="account-qr"
          viewBox={`0 0 ${enrolment.size} ${enrolment.size}`}
          role="img"
          aria-label={t('factor.qr')}
          shapeRendering="crispEdges"
        >
          <rect width={enrolment.size} height={enrolment.size} fill="#fff" />
          <path d={enrolment.path} fill="#000" />
        </svg>
        <p>{t('factor.typed')}</p>
        <p>
          <code className="account-secret">{enrolment.secret}</code>
        </p>
      </AccountSection>
      <AccountSection id="confirm" title={t('factor.step2')}>
        <Form method="post" className="account-form">
          <FormNotice problem={problem} />
          <TextInput
            name="code"
            label={t('field.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={12}
            className="account-code"
            error={error('code')}
          />
          <Submit intent="confirm">{t('factor.confirm')}</Submit>
        </Form>
      </AccountSection>
    </>
  )
}
