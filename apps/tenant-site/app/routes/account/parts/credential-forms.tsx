import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Notice, TextInput } from '@residency/ui/site'
import { PasswordInput } from './password-input.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

export function PasswordForm({ hasPassword, hasSecondFactor, email }: { hasPassword: boolean; hasSecondFactor: boolean; email: string }) {
  const { t } = useTranslation('account')
  const { problem, error, done } = useForm('password')
  return (
    // Saved, it begins anew: nothing that was typed stays in the page.
    <Form method="post" className="account-form" key={done ? 'done' : 'open'}>
      <ProblemNotice problem={problem} />
      {done ? <Notice tone="good" title={t('security.passwordDone')} /> : null}
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
      <p className="account-aside">{t('security.passwordNote')}</p>
      <Submit intent="password">{hasPassword ? t('security.passwordSubmit') : t('security.passwordSet')}</Submit>
    </Form>
  )
}

export function EmailForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useTranslation('account')
  const { problem, error, typed } = useForm('email')
  return (
    <Form method="post" className="account-form">
      <ProblemNotice problem={problem} />
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
