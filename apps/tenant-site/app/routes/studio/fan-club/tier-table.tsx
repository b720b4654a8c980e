import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, EmptyState, Table } from '@residency/ui/studio'
import type { TierView } from '../../../shape/tier.ts'
import { useBenefits } from '../../site/fan-club/benefits.ts'

export type TierRow = TierView & { members: number; isClosed: boolean }

/** The tiers, lowest first, closed ones last. */
export function TierTable({ tiers, mayEdit }: { tiers: TierRow[]; mayEdit: boolean }) {
  const { t } = useTranslation('studioFanClub')
  const format = useFormat()
  const benefits = useBenefits()
  return (
    <Table
      caption={t('tiers')}
      rows={tiers}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('noTiers')}>{mayEdit ? t('noTiersText') : null}</EmptyState>}
      columns={[
        {
          key: 'name',
          label: t('tier'),
          heading: true,
          width: '24%',
          cell: (row) => (
            <>
              {mayEdit ? <a href={`/studio/fan-club/${row.id}`}>{row.name}</a> : row.name}{' '}
              {row.isClosed ? <Badge tone="warn">{t('closed')}</Badge> : null}
            </>
          ),
        },
        {
          key: 'price',
          label: t('price'),
          width: '16%',
          align: 'end',
          cell: (row) => format.money(row.priceMonthMinor, row.currency, { trim: true }),
        },
        { key: 'members', label: t('membersHere'), width: '14%', align: 'end', cell: (row) => format.number(row.members) },
        { key: 'gives', label: t('gives'), cell: (row) => benefits(row.benefits).join(' · ') },
      ]}
    />
  )
}
