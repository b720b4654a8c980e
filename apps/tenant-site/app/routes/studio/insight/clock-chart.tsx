import { useFormat, useTranslation } from '@residency/i18n/react'
import { Table } from '@residency/ui/studio'
import { ColumnChart } from '@residency/ui/studio/charts'

const hourOf = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`

/** The hours of the day, all days of the period together. */
export function ClockChart({ clock }: { clock: number[] }) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  // The three hours that have the most between them.
  const sums = clock.map((plays, hour) => plays + (clock[(hour + 1) % 24] ?? 0) + (clock[(hour + 2) % 24] ?? 0))
  const first = sums.indexOf(Math.max(...sums))
  const span = { from: hourOf(first), to: hourOf(first + 3) }
  return (
    <ColumnChart
      title={t('clock.title')}
      answer={t('clock.answer', span)}
      summary={t('clock.summary', span)}
      columns={clock.map((value, hour) => ({ label: hourOf(hour), text: `${hourOf(hour)}: ${t('plays', { count: value })}`, value }))}
      format={(value) => format.number(value)}
      table={
        <Table
          caption={t('clock.title')}
          rows={clock.map((plays, hour) => ({ hour, plays }))}
          rowKey={({ hour }) => String(hour)}
          empty={null}
          columns={[
            { key: 'hour', label: t('columns.hour'), heading: true, cell: ({ hour }) => hourOf(hour) },
            { key: 'plays', label: t('columns.plays'), align: 'end', cell: ({ plays }) => format.number(plays) },
          ]}
        />
      }
    />
  )
}
