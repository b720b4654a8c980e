import { useFormat, useTranslation } from '@residency/i18n/react'
import { Table } from '@residency/ui/studio'
import type { InsightView } from './insight-view.server.ts'

const most = 25

/** The mixes in the order of their plays; each opens. */
export function MixTable({ mixes, from, to }: Pick<InsightView, 'mixes' | 'from' | 'to'>) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  return (
    <section className="chart">
      <h2>{t('mixes')}</h2>
      <Table
        caption={t('mixes')}
        rows={mixes.slice(0, most)}
        rowKey={({ mixId }) => mixId}
        empty={null}
        columns={[
          {
            key: 'mix',
            label: t('columns.mix'),
            heading: true,
            cell: ({ mixId, title }) =>
              title === null ? t('gone') : <a href={`/studio/insight/mixes/${mixId}?from=${from}&to=${to}`}>{title}</a>,
          },
          { key: 'plays', label: t('columns.plays'), align: 'end', width: '14%', cell: ({ plays }) => format.number(plays) },
          {
            key: 'listeners',
            label: t('columns.listeners'),
            align: 'end',
            width: '14%',
            cell: ({ listeners }) => format.number(listeners),
          },
          { key: 'time', label: t('columns.time'), align: 'end', width: '18%', cell: ({ listenedMs }) => format.duration(listenedMs) },
          {
            key: 'finished',
            label: t('columns.finished'),
            align: 'end',
            width: '14%',
            cell: ({ plays, finished }) => format.percent(plays === 0 ? 0 : finished / plays),
          },
        ]}
      />
      {mixes.length > most ? <p className="chart-more">{t('others', { number: format.number(mixes.length - most) })}</p> : null}
    </section>
  )
}
