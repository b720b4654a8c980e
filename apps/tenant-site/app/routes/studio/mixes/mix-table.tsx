import type { EditedMix } from '@residency/domain/catalogue'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Table } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'
import { StageBadge } from './stage.tsx'
import { useProgress, useProgressTurns } from './use-progress.ts'

/** A date is text by the time it reaches the browser. */
type Row = Omit<EditedMix, 'publishedAt'> & { publishedAt: string | Date | null }

const tones = { draft: 'plain', scheduled: 'warn', published: 'good', unlisted: 'plain', taken_down: 'bad' } as const

export function PublicationBadge({ mix }: { mix: Pick<Row, 'publication' | 'publishedAt' | 'isWaiting'> }) {
  const { t } = useTranslation('studioMixes')
  const { timeZone } = useStudio()
  const format = useFormat()
  return (
    <span className="badges">
      <Badge tone={tones[mix.publication]}>{t(`publication.${mix.publication}`)}</Badge>
      {mix.isWaiting ? (
        <small>{t('whenReady')}</small>
      ) : mix.publication === 'scheduled' && mix.publishedAt ? (
        <small>{format.dateTime(mix.publishedAt, { timeZone, style: 'dayMonth' })}</small>
      ) : null}
    </span>
  )
}

/** The mixes, each with a box for what is done to many. What is being worked on moves within its cell; the table stands still. */
export function MixTable({ mixes }: { mixes: Row[] }) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const live = useProgress()
  useProgressTurns()
  return (
    <Table
      caption={t('title')}
      rows={mixes}
      rowKey={(row) => row.id}
      empty={null}
      columns={[
        {
          key: 'pick',
          label: t('bulk.pick'),
          hiddenLabel: true,
          width: '2.75rem',
          cell: (row) => (
            <input type="checkbox" className="row-pick" name="mixId" value={row.id} aria-label={t('bulk.pickOne', { title: row.title })} />
          ),
        },
        {
          key: 'title',
          label: t('mix'),
          heading: true,
          cell: (row) => (
            <>
              <a href={`/studio/mixes/${row.id}`}>{row.title}</a>
              <small className="row-note">{[row.genre, t('tracks', { count: row.tracks })].filter(Boolean).join(' · ')}</small>
            </>
          ),
        },
        {
          key: 'recorded',
          label: t('fields.recordedOn'),
          width: '16%',
          cell: (row) => <time dateTime={row.recordedOn}>{format.date(row.recordedOn, { style: 'medium' })}</time>,
        },
        {
          key: 'length',
          label: t('length'),
          width: '10%',
          align: 'end',
          cell: (row) => (row.durationMs > 0 ? format.clock(row.durationMs) : '–'),
        },
        {
          key: 'audio',
          label: t('audio'),
          width: '18%',
          cell: ({ recording }) =>
            recording ? <StageBadge recording={live.get(recording.id) ?? recording} /> : <Badge>{t('filter.none')}</Badge>,
        },
        { key: 'state', label: t('state'), width: '18%', cell: (row) => <PublicationBadge mix={row} /> },
      ]}
    />
  )
}
