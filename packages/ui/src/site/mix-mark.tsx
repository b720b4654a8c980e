import { useTranslation } from 'react-i18next'
import { formatDay } from './format.ts'
import type { MixCard } from './views.ts'

/**
 * For whom a mix is, where it is not for everybody: a tier's own, or early for members. Nothing of most mixes. `locale` on the mix's own page, where
 * there is room for the day that everybody hears it.
 */
export function MixMark({ mix, locale }: { mix: Pick<MixCard, 'exclusive' | 'early'>; locale?: string }) {
  const { t } = useTranslation('site')
  if (mix.exclusive) return <span className="mix-mark">{t('mix.exclusive', { tier: mix.exclusive })}</span>
  if (!mix.early) return null
  return <span className="mix-mark">{locale ? t('mix.earlyUntil', { day: formatDay(mix.early, locale, 'short') }) : t('mix.early')}</span>
}
