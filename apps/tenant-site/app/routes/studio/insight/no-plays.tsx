import { useTranslation } from '@residency/i18n/react'
import { EmptyState } from '@residency/ui/studio'

/** Nothing in these days: never yet, or only not then. */
export function NoPlays({ everBefore }: { everBefore: boolean }) {
  const { t } = useTranslation('studioInsight')
  return everBefore ? (
    <EmptyState title={t('empty.here')}>{t('empty.hereText')}</EmptyState>
  ) : (
    <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
  )
}
