import { Form } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, EmptyState, LinkButton, Table } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'

export interface MemberRow {
  membershipId: string
  name: string
  email: string
  tierName: string
  source: 'granted' | 'paid' | 'gift'
  startsAt: string
  endsAt: string | null
  note: string
}

interface Props {
  members: MemberRow[]
  /** What was searched for. */
  q: string
  mayEdit: boolean
  busy: boolean
}

/** Who is in the fan club now, each with the way out. */
export function MemberTable({ members, q, mayEdit, busy }: Props) {
  const { t } = useTranslation('studioFanClub')
  const { timeZone } = useStudio()
  const { date } = useFormat()
  const day = (at: string) => date(at, { timeZone, style: 'medium' })
  return (
    <Table
      caption={t('members')}
      rows={members}
      rowKey={(row) => row.membershipId}
      empty={
        q ? (
          <EmptyState title={t('nobodyFound')} action={<LinkButton href="/studio/fan-club">{t('showAll')}</LinkButton>}>
            {t('nobodyFoundText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('nobody')}>{mayEdit ? t('nobodyText') : null}</EmptyState>
        )
      }
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: (row) => (
            <>
              {row.name}
              <br />
              <small>{row.email}</small>
              {row.note ? (
                <>
                  <br />
                  <small>{row.note}</small>
                </>
              ) : null}
            </>
          ),
        },
        { key: 'tier', label: t('tier'), width: '16%', cell: (row) => row.tierName },
        { key: 'source', label: t('source'), width: '12%', cell: (row) => t(`sources.${row.source}`) },
        { key: 'since', label: t('since'), width: '14%', cell: (row) => day(row.startsAt) },
        { key: 'until', label: t('until'), width: '14%', cell: (row) => (row.endsAt ? day(row.endsAt) : t('noEnd')) },
        {
          key: 'end',
          label: t('end'),
          hiddenLabel: true,
          width: '14%',
          align: 'end',
          cell: (row) =>
            mayEdit && row.source !== 'paid' ? (
              <details className="confirm">
                <summary>{t('end')}</summary>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="membershipId" value={row.membershipId} />
                  <p>{t('endText', { name: row.name, tier: row.tierName })}</p>
                  <Button type="submit" weight="danger" name="intent" value="end" disabled={busy}>
                    {t('endNow')}
                  </Button>
                </Form>
              </details>
            ) : null,
        },
      ]}
    />
  )
}
