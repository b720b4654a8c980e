import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button, Checkbox, Notice } from '@residency/ui/site'
import { FormNotice } from './form-notice.tsx'
import { PasswordInput } from './password-input.tsx'
import { Submit } from './submit.tsx'
import { useForm, useHref } from './use-account.ts'

interface Props {
  hasPassword: boolean
  email: string
}

/** A plain form: the browser saves the answer as a file. A refusal comes back to this page. */
export function DownloadForm({ hasPassword, email }: Props) {
  const { t } = useTranslation('account')
  const href = useHref()
  const [search] = useSearchParams()
  return (
    <form method="post" action={href('/account/data')} className="account-form">
      {search.has('refused') ? <Notice tone="bad" title={t('privacy.dataRefused')} /> : null}
      <p>{t('privacy.dataIntro')}</p>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? <PasswordInput name="password" label={t('field.presentPassword')} autoComplete="current-password" /> : null}
      <Button>{t('privacy.dataSubmit')}</Button>
    </form>
  )
}

export function DeleteForm({ hasPassword, email }: Props) {
  const { t } = useTranslation('account')
  const { problem, error } = useForm('delete')
  return (
    <Form method="post" className="account-form">
      <FormNotice problem={problem} />
      <p>{t('privacy.deleteIntro')}</p>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <PasswordInput name="password" label={t('field.presentPassword')} autoComplete="current-password" error={error('password')} />
      ) : null}
      <Checkbox name="sure" required label={t('privacy.deleteSure')} error={error('sure')} />
      <Submit intent="delete" weight="danger">
        {t('privacy.deleteSubmit')}
      </Submit>
    </Form>
  )
}
