import { useTranslation } from '@residency/i18n/react'
import { LinkButton, Notice } from '@residency/ui/site'
import { useHref } from './use-account.ts'

/** Shown once, straight from the answer that made them: another visit can't bring them back. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation('account')
  const href = useHref()
  return (
    <>
      <Notice tone="good" title={t('factor.on')} />
      <h2>{t('factor.codesTitle')}</h2>
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
    </>
  )
}
