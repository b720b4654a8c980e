import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { AccountSection } from './account-frame.tsx'
import { FormNotice } from './form-notice.tsx'
import { PasswordInput } from './password-input.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

export function ManageFactor({ left, hasPassword, email }: { left: number; hasPassword: boolean; email: string }) {
  const { t } = useTranslation('account')
  const renew = useForm('renew')
  const off = useForm('off')
  const username = <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
  return (
    <>
      <p>
        {t('factor.on')} {t('factor.left', { count: left })}
      </p>
      <AccountSection id="renew" title={t('factor.renewHeading')}>
        <Form method="post" className="account-form">
          <FormNotice problem={renew.problem} />
          <p>{t('factor.renewIntro')}</p>
          {username}
          {hasPassword ? (
            <PasswordInput
              name="password"
              label={t('field.presentPassword')}
              autoComplete="current-password"
              error={renew.error('password')}
            />
          ) : null}
          <Submit intent="renew" weight="plain">
            {t('factor.renew')}
          </Submit>
        </Form>
      </AccountSection>
      <AccountSection id="off" title={t('factor.offHeading')}>
        <Form method="post" className="account-form">
          <FormNotice problem={off.problem} />
          <p>{t('factor.offIntro')}</p>
          {username}
          {hasPassword ? (
            <>
              <PasswordInput
                name="password"
                label={t('field.presentPassword')}
                autoComplete="current-password"
                error={off.error('password')}
              />
              <PasswordInput
                name="newPassword"
                label={t('factor.longer')}
                hint={t('factor.longerHint')}
                autoComplete="new-password"
                required={false}
                error={off.error('newPassword')}
              />
            </>
          ) : null}
          <Submit intent="off" weight="danger">
            {t('factor.off')}
          </Submit>
        </Form>
      </AccountSection>
    </>
  )
}
