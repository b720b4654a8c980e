import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton } from '@residency/ui/site'
import { useSite } from '../../site/use-site.ts'
import { useHref } from './use-account.ts'

/** A mail's link that was used or is too old, and the ways on. */
export function LinkGone({ again }: { again?: string }) {
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const href = useHref()
  return (
    <Panel site={useSite()} title={t('gone.title')} intro={t('gone.intro')}>
      <div className="account-actions">
        {again ? (
          <LinkButton weight="main" href={href(again)}>
            {t('gone.newLink')}
          </LinkButton>
        ) : null}
        <LinkButton href={href('/sign-in')}>{t('gone.signIn')}</LinkButton>
      </div>
    </Panel>
  )
}
