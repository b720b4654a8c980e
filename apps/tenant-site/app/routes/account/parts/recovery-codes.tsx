import { useTranslation } from '@residency/i18n/react'
import { LinkButton } from '@residency/ui/site'
import { AccountSection } from './account-frame.tsx'
import { FormNotice } from './form-notice.tsx'
import { useHref } from './use-account.ts'

/** Shown once, straight from the answer that made them: another visit can't bring them back. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation('account')
  const href = useHref()
  return (
    <>
      <FormNotice done={t('factor.on')} />
      <AccountSection id="codes" title={t('factor.codesTitle')}>
        <p>{t('factor.codesIntro')}</p>
        <ol className="account-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <LinkButton weight="main" href={href('/account/security')}>
          {t('factor.codesDone')}
        </LinkButton>
      </AccountSection>
    </>
  )
}
