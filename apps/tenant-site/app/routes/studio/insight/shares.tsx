import { useFormat, useTranslation } from '@residency/i18n/react'
import { ShareList } from '@residency/ui/studio/charts'
import type { InsightView } from './insight-view.server.ts'

const most = 8
const knownSources = new Set(['site', 'embed', 'feed'])

const sumOf = (parts: readonly { plays: number }[]): number => parts.reduce((sum, { plays }) => sum + plays, 0)

/** Where from, where, on what: each the whole of the plays in its parts; what podcast apps fetched is a source, though no play. */
export function Shares({ sources, countries, devices }: Pick<InsightView, 'sources' | 'countries' | 'devices'>) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  const list = (title: string, label: string, parts: { key: string; name: string; plays: number }[]) => {
    const whole = sumOf(parts)
    return (
      <ShareList
        title={title}
        labels={{ name: label, count: t('columns.plays'), percent: t('columns.share') }}
        rows={parts.slice(0, most).map(({ key, name, plays }) => ({
          key,
          name,
          share: whole === 0 ? 0 : plays / whole,
          count: format.number(plays),
          percent: format.percent(whole === 0 ? 0 : plays / whole),
        }))}
        more={parts.length > most ? t('others', { number: format.number(parts.length - most) }) : undefined}
      />
    )
  }
  return (
    <div className="insight-parts">
      {list(
        t('sources'),
        t('columns.source'),
        sources.map(({ name, plays }) => ({ key: name, name: knownSources.has(name) ? t(`source.${name as 'site'}`) : name, plays })),
      )}
      {list(
        t('countries'),
        t('columns.country'),
        countries.map(({ key, name, plays }) => ({ key, name: name || t('unknownPlace'), plays })),
      )}
      {list(
        t('devices'),
        t('columns.device'),
        devices.map(({ name, plays }) => ({ key: name, name: t(`device.${name as 'phone'}`), plays })),
      )}
    </div>
  )
}
