import { useFormat, useTranslation } from '@residency/i18n/react'
import { Table } from '@residency/ui/studio'
import { RetentionChart, ShareList } from '@residency/ui/studio/charts'
import type { InsightView } from './insight-view.server.ts'

const marks = [0, 25, 50, 75, 100]
/** Lines of the table behind the curve. */
const tableLines = 24

/** How many of a mix's plays hear each moment of it, and each of its tracks. */
export function MixRetention({ mix }: { mix: NonNullable<InsightView['mix']> }) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  const { columns, halfAtS, plays, seconds, tracks } = mix.retention
  const percent = (share: number) => format.percent(share)
  const shareAt = (part: number) => columns[Math.min(columns.length - 1, Math.floor(part * columns.length))] ?? 0
  const nameOf = (track: { artist: string; title: string }) => `${track.artist} – ${track.title}`
  if (plays === 0) {
    return (
      <section className="chart">
        <h2>{t('retention.title')}</h2>
        <p>{t('retention.nobody')}</p>
      </section>
    )
  }
  const lines = Array.from({ length: tableLines }, (_, line) => ({
    second: Math.floor((seconds * line) / tableLines),
    share: shareAt(line / tableLines),
  }))
  return (
    <>
      <RetentionChart
        title={t('retention.title')}
        answer={halfAtS === null ? t('retention.none') : t('retention.half', { time: format.clock(halfAtS * 1000) })}
        summary={t('retention.summary', { start: percent(shareAt(0)), middle: percent(shareAt(0.5)), end: percent(shareAt(1)) })}
        shares={columns}
        peaks={mix.peaks}
        tracks={tracks.slice(1).map((track) => ({ at: (track.startMs / mix.durationMs) * 100, label: nameOf(track) }))}
        times={marks.map((at) => ({ at, label: format.clock((seconds * 1000 * at) / 100) }))}
        percent={percent}
        table={
          <Table
            caption={t('retention.title')}
            rows={lines}
            rowKey={({ second }) => String(second)}
            empty={null}
            columns={[
              { key: 'when', label: t('columns.when'), heading: true, cell: ({ second }) => format.clock(second * 1000) },
              { key: 'heard', label: t('columns.heard'), align: 'end', cell: ({ share }) => percent(share) },
            ]}
          />
        }
      />
      {tracks.length > 0 ? (
        <ShareList
          title={t('retention.tracks')}
          labels={{ name: t('columns.track'), count: t('columns.starts'), percent: t('columns.heard') }}
          rows={tracks.map((track) => ({
            key: String(track.position),
            name: nameOf(track),
            share: track.share,
            count: format.clock(track.startMs),
            percent: percent(track.share),
          }))}
          more={t('retention.tracksText')}
        />
      ) : (
        <section className="chart">
          <h2>{t('retention.tracks')}</h2>
          <p>
            {t('retention.noTracks')} <a href={`/studio/mixes/${mix.id}`}>{t('retention.toTracks')}</a>
          </p>
        </section>
      )}
    </>
  )
}
