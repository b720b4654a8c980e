import { useFormat, useTranslation } from '@residency/i18n/react'
import { Stat, Stats } from '@residency/ui/studio'
import type { InsightView } from './insight-view.server.ts'

/** The period in four figures, each beside the same number of days before. */
export function Figures({ totals, before }: Pick<InsightView, 'totals' | 'before'>) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  const change = (now: number, then: number): string => {
    if (then === 0) return t('figures.first')
    if (now === then) return t('figures.same')
    const percent = format.percent(Math.abs(now / then - 1))
    return t(now > then ? 'figures.more' : 'figures.less', { percent })
  }
  const rate = ({ plays, finished }: { plays: number; finished: number }) => (plays === 0 ? 0 : finished / plays)
  return (
    <Stats>
      <Stat label={t('figures.plays')} value={format.number(totals.plays)} note={change(totals.plays, before.plays)} />
      <Stat label={t('figures.listeners')} value={format.number(totals.listeners)} note={change(totals.listeners, before.listeners)} />
      <Stat label={t('figures.time')} value={format.duration(totals.listenedMs)} note={change(totals.listenedMs, before.listenedMs)} />
      <Stat
        label={t('figures.finished')}
        value={format.percent(rate(totals))}
        note={before.plays === 0 ? t('figures.first') : t('figures.before', { value: format.percent(rate(before)) })}
      />
    </Stats>
  )
}
