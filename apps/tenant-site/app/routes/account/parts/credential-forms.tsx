import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { TextInput } from '@residency/ui/site'
import { FormNotice } from './form-notice.tsx'
import { PasswordInput } from './password-input.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

export function PasswordForm({ hasPassword, hasSecondFactor, email }: { hasPassword: boolean; hasSecondFactor: boolean; email: string }) {
  const { t } = useTranslation('account')
  const { problem, error, done } = useForm('password')
  return (
    // Saved, it begins anew: nothing that was typed stays in the page.
    <Form method="post" className="account-form" key={done ? 'done' : 'open'}>
      <FormNotice problem={problem} done={done ? t('security.passwordDone') : null} />
      {hasPassword ? null : <p>{t('security.passwordNone')}</p>}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <PasswordInput name="password" label={t('field.presentPassword')} autoComplete="current-password" error={error('password')} />
      ) : null}
      <PasswordInput
        name="newPassword"
        label={t('field.newPassword')}
        hint={hasSecondFactor ? t('field.passwordHintShort') : t('field.passwordHint')}
        autoComplete="new-password"
        error={error('newPassword')}
      />
      <p className="account-note">{t('security.passwordNote')}</p>
      <Submit intent="password">{hasPassword ? t('security.passwordSubmit') : t('security.passwordSet')}</Submit>
    </Form>
  )
}

export function EmailForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useTranslation('account')
  const { problem, error, typed } = useForm('email')
  return (
    <Form method="post" className="account-form">
      <FormNotice problem={problem} />
      <p>{t('security.emailNow', { email })}</p>
      <TextInput
        name="email"
        type="email"
        label={t('security.emailNew')}
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={typed('email')}
        error={error('email')}
      />
      {hasPassword ? (
        <PasswordInput name="password" label={t('field.presentPassword')} autoComplete="current-password" error={error('password')} />
      ) : null}
      <Submit intent="email">{t('security.emailSubmit')}</Submit>
    </Form>
  )
}
