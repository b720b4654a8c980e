import { useFormat, useTranslation } from '@residency/i18n/react'
import { Table } from '@residency/ui/studio'
import { ColumnChart } from '@residency/ui/studio/charts'
import type { InsightView } from './insight-view.server.ts'

/** Plays from day to day, or from hour to hour where the period is short. */
export function StepsChart({ steps, unit, from, to, totals }: Pick<InsightView, 'steps' | 'unit' | 'from' | 'to' | 'totals'>) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  // The zone's own wall time is written in `at`: it is shown as it stands.
  const short = (at: string) => (unit === 'day' ? format.date(at, { style: 'dayMonth' }) : at.slice(11))
  const full = (at: string) => (unit === 'day' ? format.date(at) : `${format.date(at.slice(0, 10))}, ${at.slice(11)}`)
  const most = steps.reduce((best, step) => (step.plays > best.plays ? step : best), steps[0] ?? { at: from, plays: 0 })
  const plays = (count: number) => t('plays', { count })
  const days = { from: format.date(from), to: format.date(to) }
  return (
    <ColumnChart
      title={t(`steps.${unit}`)}
      answer={t('steps.most', { when: full(most.at), plays: plays(most.plays) })}
      summary={t('steps.summary', { ...days, total: format.number(totals.plays), most: format.number(most.plays) })}
      columns={steps.map(({ at, plays: value }) => ({ label: short(at), text: `${full(at)}: ${plays(value)}`, value }))}
      format={(value) => format.number(value)}
      table={
        <Table
          caption={t(`steps.${unit}`)}
          rows={steps}
          rowKey={({ at }) => at}
          empty={null}
          columns={[
            { key: 'when', label: t('columns.when'), heading: true, cell: ({ at }) => full(at) },
            { key: 'plays', label: t('columns.plays'), align: 'end', width: '30%', cell: ({ plays: value }) => format.number(value) },
          ]}
        />
      }
    />
  )
}
